"""Well-known senders: an address in, the service behind it and what kind of thing it is out.

To add one: a line with its domain (subdomains are included) or its whole address, which wins over the domain.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """What a service does with mail."""

    APPLICANT = "applicant"  # applicant systems: acknowledgements by machine, and letters of people passed on
    RELAY = "relay"  # only passes on what people write
    SCHEDULER = "scheduler"  # books and confirms times
    CALENDAR = "calendar"  # invitations in a person's name
    ALERT = "alert"  # job boards: alerts, digests
    NETWORK = "network"  # notices about people and applications
    SURVEY = "survey"
    ASSESSMENT = "assessment"  # tests and recorded interviews
    MEETING = "meeting"  # video calls
    SIGNING = "signing"  # documents to sign, background checks
    MAILER = "mailer"  # sends for anybody, newsletters above all


@dataclass(frozen=True, slots=True)
class Service:
    """A well-known sender."""

    name: str
    nature: Nature


_TABLE: dict[str, tuple[Nature, str]] = {
    # applicant systems
    "greenhouse.io": (Nature.APPLICANT, "Greenhouse"),
    "greenhouse-mail.io": (Nature.APPLICANT, "Greenhouse"),
    "lever.co": (Nature.APPLICANT, "Lever"),
    "myworkday.com": (Nature.APPLICANT, "Workday"),
    "myworkdayjobs.com": (Nature.APPLICANT, "Workday"),
    "workday.com": (Nature.APPLICANT, "Workday"),
    "smartrecruiters.com": (Nature.APPLICANT, "SmartRecruiters"),
    "icims.com": (Nature.APPLICANT, "iCIMS"),
    "icims.eu": (Nature.APPLICANT, "iCIMS"),
    "taleo.net": (Nature.APPLICANT, "Taleo"),
    "oraclecloud.com": (Nature.APPLICANT, "Oracle Recruiting"),
    "successfactors.com": (Nature.APPLICANT, "SuccessFactors"),
    "successfactors.eu": (Nature.APPLICANT, "SuccessFactors"),
    "sapsf.com": (Nature.APPLICANT, "SuccessFactors"),
    "ashbyhq.com": (Nature.APPLICANT, "Ashby"),
    "workable.com": (Nature.APPLICANT, "Workable"),
    "workablemail.com": (Nature.APPLICANT, "Workable"),
    "jobvite.com": (Nature.APPLICANT, "Jobvite"),
    "bamboohr.com": (Nature.APPLICANT, "BambooHR"),
    "teamtailor.com": (Nature.APPLICANT, "Teamtailor"),
    "teamtailor-mail.com": (Nature.APPLICANT, "Teamtailor"),
    "recruitee.com": (Nature.APPLICANT, "Recruitee"),
    "recruiteemail.com": (Nature.APPLICANT, "Recruitee"),
    "personio.com": (Nature.APPLICANT, "Personio"),
    "personio.de": (Nature.APPLICANT, "Personio"),
    "breezy.hr": (Nature.APPLICANT, "Breezy"),
    "breezy-mail.com": (Nature.APPLICANT, "Breezy"),
    "pinpointhq.com": (Nature.APPLICANT, "Pinpoint"),
    "applytojob.com": (Nature.APPLICANT, "JazzHR"),
    "jazz.co": (Nature.APPLICANT, "JazzHR"),
    "jazzhr.com": (Nature.APPLICANT, "JazzHR"),
    "gem.com": (Nature.APPLICANT, "Gem"),
    "paylocity.com": (Nature.APPLICANT, "Paylocity"),
    "paycomonline.net": (Nature.APPLICANT, "Paycom"),
    "ultipro.com": (Nature.APPLICANT, "UKG"),
    "ukg.com": (Nature.APPLICANT, "UKG"),
    "adp.com": (Nature.APPLICANT, "ADP"),
    "avature.net": (Nature.APPLICANT, "Avature"),
    "phenompeople.com": (Nature.APPLICANT, "Phenom"),
    "eightfold.ai": (Nature.APPLICANT, "Eightfold"),
    "rippling.com": (Nature.APPLICANT, "Rippling"),
    "rippling-ats.com": (Nature.APPLICANT, "Rippling"),
    "bullhorn.com": (Nature.APPLICANT, "Bullhorn"),
    "zohorecruit.com": (Nature.APPLICANT, "Zoho Recruit"),
    "freshteam.com": (Nature.APPLICANT, "Freshteam"),
    "comeet.co": (Nature.APPLICANT, "Comeet"),
    "comeet.com": (Nature.APPLICANT, "Comeet"),
    "hibob.com": (Nature.APPLICANT, "HiBob"),
    "welcomekit.co": (Nature.APPLICANT, "Welcome to the Jungle"),
    "dover.com": (Nature.APPLICANT, "Dover"),
    "jobscore.com": (Nature.APPLICANT, "JobScore"),
    "jobs2web.com": (Nature.APPLICANT, "SuccessFactors"),
    "brassring.com": (Nature.APPLICANT, "BrassRing"),
    "cornerstoneondemand.com": (Nature.APPLICANT, "Cornerstone"),
    "csod.com": (Nature.APPLICANT, "Cornerstone"),
    "governmentjobs.com": (Nature.APPLICANT, "NEOGOV"),
    "usajobs.gov": (Nature.APPLICANT, "USAJOBS"),
    "jobs.nhs.uk": (Nature.APPLICANT, "NHS Jobs"),
    "trac.jobs": (Nature.APPLICANT, "Trac"),
    "eploy.net": (Nature.APPLICANT, "Eploy"),
    "tribepad.com": (Nature.APPLICANT, "Tribepad"),
    "softgarden.io": (Nature.APPLICANT, "softgarden"),
    "join.com": (Nature.APPLICANT, "JOIN"),
    "dayforcehcm.com": (Nature.APPLICANT, "Dayforce"),
    "ceridian.com": (Nature.APPLICANT, "Dayforce"),
    "njoyn.com": (Nature.APPLICANT, "Njoyn"),
    "wellfound.com": (Nature.APPLICANT, "Wellfound"),
    "hired.com": (Nature.APPLICANT, "Hired"),
    # schedulers
    "calendly.com": (Nature.SCHEDULER, "Calendly"),
    "goodtime.io": (Nature.SCHEDULER, "GoodTime"),
    "modernloop.io": (Nature.SCHEDULER, "ModernLoop"),
    "prelude.co": (Nature.SCHEDULER, "Prelude"),
    "cal.com": (Nature.SCHEDULER, "Cal.com"),
    "acuityscheduling.com": (Nature.SCHEDULER, "Acuity"),
    "squarespacescheduling.com": (Nature.SCHEDULER, "Acuity"),
    "doodle.com": (Nature.SCHEDULER, "Doodle"),
    "savvycal.com": (Nature.SCHEDULER, "SavvyCal"),
    "youcanbook.me": (Nature.SCHEDULER, "YouCanBookMe"),
    "zcal.co": (Nature.SCHEDULER, "zcal"),
    "tidycal.com": (Nature.SCHEDULER, "TidyCal"),
    "oncehub.com": (Nature.SCHEDULER, "OnceHub"),
    "scheduleonce.com": (Nature.SCHEDULER, "OnceHub"),
    "chilipiper.com": (Nature.SCHEDULER, "Chili Piper"),
    "appointlet.com": (Nature.SCHEDULER, "Appointlet"),
    "setmore.com": (Nature.SCHEDULER, "Setmore"),
    "simplybook.me": (Nature.SCHEDULER, "SimplyBook"),
    "vyte.in": (Nature.SCHEDULER, "Vyte"),
    "clara.com": (Nature.SCHEDULER, "Clara"),
    "paradox.ai": (Nature.SCHEDULER, "Paradox"),
    "interviewschedule.com": (Nature.SCHEDULER, "InterviewSchedule"),
    # calendars
    "calendar-notification@google.com": (Nature.CALENDAR, "Google Calendar"),
    "calendar-server.bounces.google.com": (Nature.CALENDAR, "Google Calendar"),
    "calendar.google.com": (Nature.CALENDAR, "Google Calendar"),
    "noreply@email.apple.com": (Nature.CALENDAR, "iCloud Calendar"),
    # job boards and networks
    "jobalerts-noreply@linkedin.com": (Nature.ALERT, "LinkedIn"),
    "jobs-listings@linkedin.com": (Nature.ALERT, "LinkedIn"),
    "newsletters-noreply@linkedin.com": (Nature.ALERT, "LinkedIn"),
    "inmail-hit-reply@linkedin.com": (Nature.RELAY, "LinkedIn"),
    "hit-reply@linkedin.com": (Nature.RELAY, "LinkedIn"),
    "linkedin.com": (Nature.NETWORK, "LinkedIn"),
    "indeedapply@indeed.com": (Nature.NETWORK, "Indeed"),
    "employers-noreply@indeed.com": (Nature.NETWORK, "Indeed"),
    "reply.indeed.com": (Nature.RELAY, "Indeed"),
    "indeedemail.com": (Nature.RELAY, "Indeed"),
    "indeed.com": (Nature.ALERT, "Indeed"),
    "glassdoor.com": (Nature.ALERT, "Glassdoor"),
    "ziprecruiter.com": (Nature.ALERT, "ZipRecruiter"),
    "monster.com": (Nature.ALERT, "Monster"),
    "monster.co.uk": (Nature.ALERT, "Monster"),
    "reed.co.uk": (Nature.ALERT, "Reed"),
    "totaljobs.com": (Nature.ALERT, "Totaljobs"),
    "cv-library.co.uk": (Nature.ALERT, "CV-Library"),
    "cwjobs.co.uk": (Nature.ALERT, "CWJobs"),
    "jobsite.co.uk": (Nature.ALERT, "Jobsite"),
    "seek.com.au": (Nature.ALERT, "SEEK"),
    "seek.co.nz": (Nature.ALERT, "SEEK"),
    "stepstone.de": (Nature.ALERT, "StepStone"),
    "stepstone.com": (Nature.ALERT, "StepStone"),
    "xing.com": (Nature.ALERT, "XING"),
    "dice.com": (Nature.ALERT, "Dice"),
    "careerbuilder.com": (Nature.ALERT, "CareerBuilder"),
    "simplyhired.com": (Nature.ALERT, "SimplyHired"),
    "adzuna.com": (Nature.ALERT, "Adzuna"),
    "adzuna.co.uk": (Nature.ALERT, "Adzuna"),
    "jooble.org": (Nature.ALERT, "Jooble"),
    "talent.com": (Nature.ALERT, "Talent.com"),
    "workopolis.com": (Nature.ALERT, "Workopolis"),
    "jobbank.gc.ca": (Nature.ALERT, "Job Bank"),
    "eluta.ca": (Nature.ALERT, "Eluta"),
    "otta.com": (Nature.ALERT, "Otta"),
    "builtin.com": (Nature.ALERT, "Built In"),
    "theladders.com": (Nature.ALERT, "Ladders"),
    "flexjobs.com": (Nature.ALERT, "FlexJobs"),
    "idealist.org": (Nature.ALERT, "Idealist"),
    "joinhandshake.com": (Nature.ALERT, "Handshake"),
    "lensa.com": (Nature.ALERT, "Lensa"),
    "jobcase.com": (Nature.ALERT, "Jobcase"),
    # tests and recorded interviews
    "hirevue.com": (Nature.ASSESSMENT, "HireVue"),
    "hackerrank.com": (Nature.ASSESSMENT, "HackerRank"),
    "hackerrankforwork.com": (Nature.ASSESSMENT, "HackerRank"),
    "codility.com": (Nature.ASSESSMENT, "Codility"),
    "codesignal.com": (Nature.ASSESSMENT, "CodeSignal"),
    "coderpad.io": (Nature.ASSESSMENT, "CoderPad"),
    "testgorilla.com": (Nature.ASSESSMENT, "TestGorilla"),
    "karat.io": (Nature.ASSESSMENT, "Karat"),
    "karat.com": (Nature.ASSESSMENT, "Karat"),
    "willo.video": (Nature.ASSESSMENT, "Willo"),
    "sparkhire.com": (Nature.ASSESSMENT, "Spark Hire"),
    "harver.com": (Nature.ASSESSMENT, "Harver"),
    "shl.com": (Nature.ASSESSMENT, "SHL"),
    "criteriacorp.com": (Nature.ASSESSMENT, "Criteria"),
    "pymetrics.com": (Nature.ASSESSMENT, "pymetrics"),
    "modernhire.com": (Nature.ASSESSMENT, "Modern Hire"),
    "myinterview.com": (Nature.ASSESSMENT, "myInterview"),
    "vidcruiter.com": (Nature.ASSESSMENT, "VidCruiter"),
    # video calls
    "zoom.us": (Nature.MEETING, "Zoom"),
    "webex.com": (Nature.MEETING, "Webex"),
    "gotomeeting.com": (Nature.MEETING, "GoTo"),
    "email.teams.microsoft.com": (Nature.MEETING, "Teams"),
    # surveys
    "surveymonkey.com": (Nature.SURVEY, "SurveyMonkey"),
    "surveymonkeyuser.com": (Nature.SURVEY, "SurveyMonkey"),
    "qualtrics.com": (Nature.SURVEY, "Qualtrics"),
    "qualtrics-survey.com": (Nature.SURVEY, "Qualtrics"),
    "qemailserver.com": (Nature.SURVEY, "Qualtrics"),
    "typeform.com": (Nature.SURVEY, "Typeform"),
    "survale.com": (Nature.SURVEY, "Survale"),
    "medallia.com": (Nature.SURVEY, "Medallia"),
    "delighted.com": (Nature.SURVEY, "Delighted"),
    "starred.com": (Nature.SURVEY, "Starred"),
    "trustcruit.com": (Nature.SURVEY, "Trustcruit"),
    "alchemer.com": (Nature.SURVEY, "Alchemer"),
    "surveygizmo.com": (Nature.SURVEY, "Alchemer"),
    "confirmit.com": (Nature.SURVEY, "Forsta"),
    "trustpilot.com": (Nature.SURVEY, "Trustpilot"),
    # documents
    "docusign.net": (Nature.SIGNING, "DocuSign"),
    "docusign.com": (Nature.SIGNING, "DocuSign"),
    "echosign.com": (Nature.SIGNING, "Adobe Sign"),
    "adobesign.com": (Nature.SIGNING, "Adobe Sign"),
    "hellosign.com": (Nature.SIGNING, "Dropbox Sign"),
    "pandadoc.net": (Nature.SIGNING, "PandaDoc"),
    "checkr.com": (Nature.SIGNING, "Checkr"),
    "hireright.com": (Nature.SIGNING, "HireRight"),
    "sterlingcheck.com": (Nature.SIGNING, "Sterling"),
    "goodhire.com": (Nature.SIGNING, "GoodHire"),
    "certn.co": (Nature.SIGNING, "Certn"),
    # newsletters
    "substack.com": (Nature.MAILER, "Substack"),
    "beehiiv.com": (Nature.MAILER, "beehiiv"),
    "mailchimpapp.net": (Nature.MAILER, "Mailchimp"),
    "mcsv.net": (Nature.MAILER, "Mailchimp"),
    "medium.com": (Nature.MAILER, "Medium"),
    "meetup.com": (Nature.MAILER, "Meetup"),
    "eventbrite.com": (Nature.MAILER, "Eventbrite"),
    "quora.com": (Nature.MAILER, "Quora"),
}


def service(email: str) -> Service | None:
    """Return the well-known service behind an address, None where it is none."""
    address = email.lower()
    labels = address.rpartition("@")[2].split(".")[-6:]
    names = [address, *(".".join(labels[n:]) for n in range(len(labels) - 1))]
    row = next((_TABLE[name] for name in names if name in _TABLE), None)
    return Service(name=row[1], nature=row[0]) if row else None


# "reply-9f27c1ab@us.greenhouse-mail.io", "reply+abc@...": what is written there reaches the person behind it
RELAY_ADDRESS = re.compile(
    r"(?:^|[._-])(?:reply|replies|r|msg|message|conversation|candidate|inmail-hit-reply|hit-reply|app)[+=_-][^@]{4,300}@|^[0-9a-f]{8}-?[0-9a-f-]{10,60}@", re.I
)


def is_machine(email: str) -> bool:
    """Is it the address of a well-known service, and not one that relays to a person?"""
    return service(email) is not None and not RELAY_ADDRESS.search(email)
