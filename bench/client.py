"""A small HTTP client on one kept-alive connection."""

import base64
import http.client
import json
import urllib.parse


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def header(self, name):
        return self.headers.get(name)

    def json(self):
        return json.loads(self.body)


class Client:
    def __init__(self, base, basic=None, bearer=None):
        self.base = base
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc, timeout=60)
        self.basic = basic
        self.bearer = bearer

    def authorization(self, basic=None):
        pair = basic or self.basic
        if pair:
            return "Basic " + base64.b64encode(":".join(pair).encode()).decode()
        return f"Bearer {self.bearer}" if self.bearer else None

    def send(self, method, path, body=None, headers=None, basic=None):
        sent = dict(headers or {})
        authorization = self.authorization(basic)
        if authorization:
            sent["Authorization"] = authorization
        self.connection.request(method, path, body, sent)
        return Answer(self.connection.getresponse())

    def form(self, path, fields, basic):
        body = urllib.parse.urlencode(fields)
        return self.send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"}, basic)

    def put_json(self, path, value):
        answer = self.send("PUT", path, json.dumps(value), {"Content-Type": "application/json"})
        if answer.status not in (200, 201):
            raise RuntimeError(f"PUT {path}: {answer.status} {answer.body[:300]}")
        return answer
