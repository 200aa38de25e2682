"""The configuration of `tests.dovecot` in the language of Dovecot 2.4 (Debian 13, Homebrew), which 2.3 cannot read, nor 2.4 that of 2.3.

Takes the same fields in braces, with the password as it stands between quotes; the server that it gives is the same.
"""

CONFIG = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = {dir}/run
state_dir = {dir}/state
log_path = {dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_server_cert_file = {dir}/cert.pem
ssl_server_key_file = {dir}/key.pem
auth_allow_cleartext = yes
auth_mechanisms = plain login
auth_username_chars =
auth_failure_delay = 0 secs
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = {uid}
last_valid_uid = {uid}
first_valid_gid = {gid}
mail_driver = maildir
mail_path = ~/Maildir
mail_fsync = never
mail_plugins {{
  quota = yes
}}
imap_hibernate_timeout = 0
quota "User quota" {{
  driver = count
  storage_grace = 0
}}
protocol imap {{
  mail_max_userip_connections = 200
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    special_use = \\Drafts
  }}
  mailbox Unsaid {{
    special_use = \\Drafts
  }}
  mailbox Sent {{
    special_use = \\Sent
  }}
  mailbox Said {{
    special_use = \\Sent
  }}
  mailbox Archive {{
    special_use = \\Archive
  }}
  mailbox Everything {{
    special_use = \\All
  }}
  mailbox Trash {{
    special_use = \\Trash
  }}
  mailbox Junk {{
    special_use = \\Junk
  }}
}}
passdb passwd-file {{
  passwd_file_path = {dir}/passwords
}}
passdb static {{
  password = "{password}"
}}
userdb passwd-file {{
  passwd_file_path = {dir}/quotas
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {dir}/home/%{{user}}
  }}
}}
service auth {{
  client_limit = 1500
}}
service anvil {{
  chroot =
  # else every failed login from one address waits longer than the one before
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
  unix_listener login/stats-writer {{
    mode = 0666
  }}
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  restart_request_count = unlimited
  inet_listener imap {{
    listen = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    listen = 127.0.0.1
    port = {tls_port}
    ssl = yes
  }}
}}
service imap {{
  process_min_avail = 1
  restart_request_count = 100
}}
"""
