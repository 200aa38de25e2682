"""The nouns that job titles end in ("Data Analyst", "ward sister", "sous-chef"), and the words that may stand before them."""

HEADS = frozenset(
    """
    acupuncturist anthropologist archaeologist assembler astronomer bailiff barber barrister bellhop blacksmith bosun botanist broadcaster caseworker cellist ceramicist chambermaid chauffeur childminder chiropractor cinematographer
    columnist constable conveyancer correspondent cartographer demographer detective dietician doorman dosimetrist drummer embalmer embryologist entomologist farrier fishmonger flautist gamekeeper ganger geneticist glazier goldsmith
    governess greenkeeper grocer groomer groundsman groundworker guitarist haematologist herdsman historian immunologist jeweller jointer lexicographer linesman lineman locksmith mate mediator milliner neurologist newsreader notary
    oceanographer oncologist organist orthotist patissier perfumer pharmacologist pianist playworker plumber postman postwoman prosthetist psychiatrist psychotherapist projectionist purser radiotherapist referee roustabout screenwriter
    sculptor seismologist signaller singer stablehand steelworker steeplejack stevedore stockman stonemason telephonist tiler tattooist typesetter typist undertaker violinist watchmaker woodworker ciso cmo cro cpo rn lpn cna emt
    educator champion butcher brewer distiller stylist beautician groom instructor invigilator proofreader copyeditor stagehand choreographer conductor composer vicar pastor deckhand loader scaffolder bricklayer arborist ecologist forester zoologist
    programme program scheme traineeship internship hydrologist meteorologist toxicologist virologist epidemiologist biostatistician bioinformatician doula podiatrist osteopath audiologist orthoptist cardiologist sonographer matron auditor dresser usher verger sexton steward croupier florist
    accountant actuary adjuster administrator adviser advisor agent ambassador analyst anaesthetist animator apprentice architect archivist artist assessor assistant associate attendant attorney
    auditor author baker banker barista barman bartender biologist bookkeeper broker builder buyer captain caregiver carer carpenter caretaker cashier caterer chaplain chef chemist clerk cleaner clinician
    coach collector commander comptroller concierge conservator consultant controller cook coordinator co-ordinator copywriter counsel counsellor counselor courier curator custodian dancer dealer
    dentist deputy designer developer dietitian director dispatcher doctor drafter draughtsman driver dressmaker economist editor electrician engineer estimator evaluator examiner executive expert fabricator
    facilitator farmer fellow firefighter fitter florist foreman fundraiser gardener geologist geographer geophysicist grower guard guide hairdresser handler handyman head host hostess hygienist illustrator inspector
    installer instructor intern interpreter investigator janitor joiner journalist keeper labourer landscaper lawyer lead leader lecturer librarian lifeguard linguist litigator machinist magistrate
    maintainer maker manager marketer mason matron mechanic mentor merchandiser merchandizer messenger microbiologist midwife mixologist modeller modeler moderator musician nanny navigator negotiator nurse nutritionist nutritionists
    officer operative operator optician optometrist orderly organiser organizer packer painter paralegal paramedic partner pathologist pastry-chef performer pharmacist photographer physician physicist physiotherapist
    picker pilot planner plasterer plumber policewoman porter postdoc practitioner presenter president principal processor producer professor programmer promoter psychologist publicist purchaser
    radiographer radiologist ranger receptionist recruiter registrar reporter representative rep researcher reviewer rigger roofer sailor salesperson scheduler scientist secretary seamstress senior
    server sergeant sister solicitor specialist sommelier statistician steward stocker storekeeper strategist student-nurse subeditor sub-editor superintendent superintendant supervisor surgeon surveyor tailor
    taster teacher technician technologist telehandler teller tester therapist toolmaker trader trainee trainer translator treasurer tutor underwriter upholsterer valuer veterinarian vet videographer waiter waitress
    warden warehouseman welder winemaker worker writer zookeeper sous-chef souschef sous runner barback busser dishwasher housekeeper phlebotomist sonographer sdr bdr vp svp evp avp cfo cto ceo coo sre dba hca anp
    """.split()
)
# heads that are said of people and things far more often than of jobs: they need a word of work, or a capital, before them
WEAK_HEADS = frozenset(
    "programme program scheme mate singer referee detective historian agent artist associate author captain coach dealer deputy doctor driver expert farmer fellow guard guide handler head host keeper lead leader maker partner principal president processor producer reviewer senior server sister student teacher trader runner sous expo worker writer author editor planner painter packer picker pilot performer presenter musician sailor tester trainer tutor waiter builder buyer broker controller collector treasurer inspector reporter evaluator examiner officer operator executive attendant consultant professor scientist researcher lawyer attorney solicitor counsel manager director assistant secretary nurse cook chef cleaner clerk".split()
)
QUALIFIERS = frozenset(
    """
    net java javascript typescript python php ruby rails golang rust scala kotlin swift react angular vue node sql salesforce sap oracle azure aws wordpress unity game games dog pet horse animal garden tree landscape forest farm dairy poultry
    bus coach train tram taxi van lorry truck hgv lgv forklift crane cabin crew ship deck events event wedding funeral library museum gallery stage sound lighting film tv radio news sports sport fitness gym yoga dance swimming nursery school
    classroom exam college university youth family child children prison police ambulance hospital hospice gp domestic cleaning laundry pizza sushi deli bakery fish shop supermarket checkout stock fashion beauty hair nail spa massage lettings
    land planning housing benefits welfare immigration employment criminal livestock vineyard brewery cellar head-office first second third
    senior junior lead principal staff head chief deputy assistant associate founding trainee graduate entry-level mid-level sr jr acting interim regional global national area group general executive managing
    full-time part-time relief night day weekend contract permanent temporary registered qualified certified licensed bilingual corporate commercial legal financial finance data product business software
    frontend front-end backend back-end full-stack fullstack machine learning ml ai devops platform cloud security network systems system it information web mobile ios android qa test quality customer client
    people hr human resources talent recruitment payroll marketing digital content social media brand creative graphic visual ux ui user experience interaction service design research policy public community project
    programme program operations office practice ward clinical medical dental veterinary community paediatric pediatric surgical theatre mental health staff care support learning teaching primary secondary maths math science english history
    music special education kitchen pastry sous executive banquet line prep bar restaurant hotel front house floor store retail sales account accounts key business development partnerships partner growth category supply chain logistics
    warehouse fleet transport maintenance mechanical electrical civil structural site construction quantity building facilities estates property real estate conveyancing litigation tax audit risk compliance credit claims insurance pricing
    actuarial investment equity portfolio fund treasury budget cost reporting insights intelligence bi analytics research lab laboratory chemical process manufacturing production plant environmental sustainability energy solar wind water field technical
    solutions sales pre-sales delivery scrum agile release database etl reliability infrastructure desktop helpdesk help desk service-desk embedded firmware hardware robotics vision nlp applied quantitative
    """.split()
)
