"""A real IMAP server for the tests: Dovecot 2.3 on loopback ports, from a configuration of its own, in a folder of its own.

    with Dovecot() as server:
        server.port, server.tls_port, server.cafile, server.maildir("anna")

It runs as root (mail then belongs to `nobody`) and as any ordinary user. Every user name is let in with the one password;
the folders are those that a test makes in `maildir(user)`. Two at a time do not meet: ports and folder are fresh at each start.
"""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

from tests.dovecot_24 import CONFIG as CONFIG_24

PASSWORD = 'open"se\\same'  # a quote and a backslash, which a client must write with care
OTHER_USER, OTHER_PASSWORD = "björk", "lösenord"  # no ASCII
FULL_USER = "full"  # has a quota that no message fits in

_CONFIG = """
base_dir = {dir}/run
state_dir = {dir}/state
log_path = {dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{dir}/cert.pem
ssl_key = <{dir}/key.pem
ssl_dh =
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_chars =
auth_failure_delay = 0 secs
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = {uid}
last_valid_uid = {uid}
first_valid_gid = {gid}
mail_location = maildir:~/Maildir
mail_fsync = never
mail_plugins = quota
imap_hibernate_timeout = 0
plugin {{
  quota = count:User quota
  quota_vsizes = yes
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
passdb {{
  driver = passwd-file
  args = {dir}/passwords
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = passwd-file
  args = {dir}/quotas
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={dir}/home/%u
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
  service_count = 0
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {tls_port}
    ssl = yes
  }}
}}
service imap {{
  process_min_avail = 1
  service_count = 100
}}
"""


def missing() -> str | None:
    """Return what to install where there is no Dovecot; None where there is one."""
    if shutil.which("dovecot", path=_PATH):
        return None
    return "These tests need a Dovecot server: apt-get install dovecot-imapd (Debian, Ubuntu), or brew install dovecot (macOS)"


_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"])


class Dovecot:
    """One server. `cafile` holds the authority that signed its certificate, which is for "localhost" alone."""

    def __init__(self) -> None:
        without = missing()
        if without:
            raise RuntimeError(without)
        self._dir = Path(tempfile.mkdtemp(prefix="dovecot-"))
        self.port, self.tls_port = _free_ports(2)
        self.uid, self.gid = _mail_owner()
        self.cafile = str(self._dir / "ca.pem")
        self._process: subprocess.Popen[bytes] | None = None
        self._write_all()

    def maildir(self, user: str) -> Path:
        """Return where the mail of `user` lies, made as an empty Maildir."""
        path = self._dir / "home" / user / "Maildir"
        for box in ("cur", "new", "tmp"):
            (path / box).mkdir(parents=True, exist_ok=True)
        self.own(self._dir / "home" / user)
        return path

    def own(self, path: Path) -> None:
        """Give what was written below `path` to the user as whom the server reads it."""
        if os.geteuid() == 0:
            for one in (path, *path.rglob("*")):
                os.chown(one, self.uid, self.gid)

    def renumber(self, user: str, folder: str, validity: int) -> None:
        """Give a folder another UIDVALIDITY, as a server does after a restore."""
        command = [shutil.which("doveadm", path=_PATH) or "doveadm", "-c", str(self._dir / "dovecot.conf"), "mailbox", "update", "-u", user]
        subprocess.run([*command, "--uid-validity", str(validity), folder], check=True)

    def log(self) -> str:
        """Return what the server has written about itself."""
        path = self._dir / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def __enter__(self) -> Self:
        command = [*_dies_with_us(), shutil.which("dovecot", path=_PATH) or "dovecot", "-F", "-c", str(self._dir / "dovecot.conf")]
        with (self._dir / "output").open("wb") as output:
            self._process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            self._wait()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)
        shutil.rmtree(self._dir, ignore_errors=True)

    def _wait(self) -> None:
        end = time.monotonic() + 15
        while not _greets(self.port):
            if self._process is None or self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"Dovecot did not start: {(self._dir / 'output').read_text()}{self.log()}")
            time.sleep(0.01)

    def _write_all(self) -> None:
        self._dir.chmod(0o755)
        for folder in ("run", "state", "home"):
            (self._dir / folder).mkdir()
        self.own(self._dir / "home")
        authority = trustme.CA()
        authority.cert_pem.write_to_path(self.cafile)
        certificate = authority.issue_cert("localhost")
        certificate.private_key_pem.write_to_path(str(self._dir / "key.pem"))
        (self._dir / "cert.pem").write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
        (self._dir / "passwords").write_text(f"{OTHER_USER}:{{PLAIN}}{OTHER_PASSWORD}\n", encoding="utf-8")
        home = self._dir / "home" / FULL_USER
        (self._dir / "quotas").write_text(f"{FULL_USER}::{self.uid}:{self.gid}::{home}::userdb_quota_rule=*:bytes=100 userdb_quota_storage_size=100B\n")
        (self._dir / "dovecot.conf").write_text(_config(self._settings()))

    def _settings(self) -> dict[str, object]:
        root = os.geteuid() == 0
        own = pwd.getpwuid(os.geteuid()).pw_name
        return {
            "dir": self._dir,
            "internal": "dovecot" if root else own,
            "login": "dovenull" if root else own,
            "internal_group": "dovecot" if root else grp.getgrgid(os.getegid()).gr_name,
            "uid": self.uid,
            "gid": self.gid,
            "port": self.port,
            "tls_port": self.tls_port,
            "password": PASSWORD,
        }


def _config(settings: dict[str, object]) -> str:
    """Return the configuration in the language of the Dovecot that is there."""
    version = subprocess.run([shutil.which("dovecot", path=_PATH) or "dovecot", "--version"], capture_output=True, text=True, check=True).stdout
    if version.startswith("2.3."):
        return _CONFIG.format(**settings)
    quoted = PASSWORD.replace("\\", "\\\\").replace('"', '\\"')
    return CONFIG_24.format(**{**settings, "password": quoted})


def _dies_with_us() -> list[str]:
    """Return what makes a command end when the tests are killed; there is such a thing on Linux."""
    return ["setpriv", "--pdeathsig", "TERM"] if sys.platform == "linux" and shutil.which("setpriv") else []


def _mail_owner() -> tuple[int, int]:
    """Return as whom the server reads mail. It refuses to do so as root."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        return nobody.pw_uid, nobody.pw_gid
    return os.geteuid(), os.getegid()


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _greets(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as one:
            return one.recv(100).startswith(b"* OK")
    except OSError:
        return False
