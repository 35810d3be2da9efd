"""What Roomnight is measured against, and the PostgreSQL that it may run on; each started here and ended here."""

import base64
import contextlib
import hashlib
import os
import pathlib
import shutil
import subprocess
import time

from client import Client

NGINX_PORT = 18100
POSTGRES_PORT = 18432

NGINX = """
worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log warn;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; etag on; keepalive_requests 1000000;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    auth_basic "bench"; auth_basic_user_file {folder}/htpasswd;
    default_type text/calendar;
    location /packed {{ add_header Content-Encoding gzip; }}
  }}
}}
"""


class Nginx:
    """A static file server with Basic auth; the password entry is {SHA}, the cheapest that nginx knows."""

    def __init__(self, folder, basic, plain, packed):
        self.folder = pathlib.Path(folder) / "nginx"
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "www").mkdir(parents=True)
        (self.folder / "www" / "plain").write_bytes(plain)
        (self.folder / "www" / "packed").write_bytes(packed)
        digest = base64.b64encode(hashlib.sha1(basic[1].encode()).digest()).decode()
        (self.folder / "htpasswd").write_text(f"{basic[0]}:{{SHA}}{digest}\n")
        (self.folder / "nginx.conf").write_text(NGINX.format(folder=self.folder, port=NGINX_PORT))
        self.base = f"http://127.0.0.1:{NGINX_PORT}"
        self.plain = self.base + "/plain"
        self.packed = self.base + "/packed"
        for path in [self.folder, *self.folder.rglob("*")]:
            os.chmod(path, 0o755 if path.is_dir() else 0o644)

    def __enter__(self):
        self.process = subprocess.Popen(
            ["nginx", "-c", str(self.folder / "nginx.conf")], stderr=subprocess.DEVNULL)
        for _ in range(500):
            try:
                Client(self.base).send("GET", "/plain")
                return self
            except OSError:
                time.sleep(0.01)
        raise SystemExit("nginx did not start")

    def etag(self, authorization):
        return Client(self.base).send("GET", "/plain", headers={"Authorization": authorization}).header("ETag")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


@contextlib.contextmanager
def database(product, folder):
    """Settings for the server: none for SQLite, a durable PostgreSQL of our own otherwise."""
    if product == "sqlite":
        yield None
        return
    programs = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
    data = pathlib.Path(folder) / "postgres"
    data.mkdir()
    as_user = []
    if os.geteuid() == 0:
        shutil.chown(data, "postgres", "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    subprocess.run([*as_user, programs / "initdb", "-D", data, "-U", "roomnight", "--auth=trust"],
                   stdout=subprocess.DEVNULL, check=True)
    server = subprocess.Popen(
        [*as_user, programs / "postgres", "-D", data, "-p", str(POSTGRES_PORT), "-k", "", "-h", "127.0.0.1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(500):
            ready = subprocess.run([programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(POSTGRES_PORT)])
            if ready.returncode == 0:
                break
            time.sleep(0.02)
        subprocess.run([programs / "createdb", "-h", "127.0.0.1", "-p", str(POSTGRES_PORT), "-U", "roomnight", "bench"],
                       check=True)
        yield {"ROOMNIGHT_DATABASE_URL": f"postgresql://127.0.0.1:{POSTGRES_PORT}/bench",
               "ROOMNIGHT_DATABASE_USER": "roomnight"}
    finally:
        server.send_signal(2)
        server.wait(30)
