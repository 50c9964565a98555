"""A real SMTP server for tests, on loopback, with a chosen way to misbehave.

Prints one JSON line when it listens ({"port": n}) and one for every mail it accepts.
It ends when its standard input closes (the test is gone) or after --lifetime seconds.
"""
import argparse
import asyncio
import base64
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword, syntax


class Server(SMTP):
    # aiosmtpd compares mechanism names by case; RFC 4954 does not.
    @syntax("AUTH <mechanism>")
    async def smtp_AUTH(self, arg):
        if arg:
            name, _, rest = arg.partition(" ")
            arg = f"{name.upper()} {rest}".strip()
        await super().smtp_AUTH(arg)

    async def smtp_STARTTLS(self, arg):
        if self.event_handler.mode == "starttls-injection":
            self.transport.write(b"220 go ahead\r\n250 injected in clear\r\n")
            await asyncio.sleep(5)
            return
        await super().smtp_STARTTLS(arg)


class Handler:
    def __init__(self, mode, user, password):
        self.mode, self.user, self.password = mode, user, password
        self.seen = 0

    def authenticate(self, server, session, envelope, mechanism, login):
        good = isinstance(login, LoginPassword) and login.login == self.user.encode() and login.password == self.password.encode()
        return AuthResult(success=good, handled=good)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode == "sender-5xx":
            return "550 5.7.1 not this sender"
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode == "rcpt-5xx":
            return f"550 5.1.1 no such user {address}"
        if self.mode == "rcpt-policy":
            return "550 5.7.1 relaying denied"
        if self.mode == "rcpt-4xx":
            return "451 4.7.1 greylisted"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        self.seen += 1
        if self.mode == "data-5xx":
            return "554 5.6.0 not this text"
        if self.mode == "first-4xx" and self.seen == 1:
            return "451 4.3.0 come back"
        report({
            "helo": session.host_name,
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None,
            "signedIn": bool(session.authenticated),
            "message": base64.b64encode(envelope.original_content).decode("ascii"),
        })
        if self.mode == "slow-answer":
            await asyncio.sleep(30)
        return "250 taken"


async def black_hole(reader, writer):
    await reader.read()
    writer.close()


async def hang_up(reader, writer):
    writer.write(b"220 hello\r\n")
    await reader.readline()
    writer.close()


async def babble(reader, writer):
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    await reader.read()
    writer.close()


def report(record):
    print(json.dumps(record), flush=True)


def factory(options):
    context = None
    if options.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)
    handler = Handler(options.mode, options.user, options.password)

    def make():
        return Server(
            handler,
            hostname="relay.test.invalid",
            tls_context=context,
            require_starttls=False,
            auth_required=bool(options.user) and options.mode != "auth-optional",
            auth_require_tls=context is not None,
            authenticator=handler.authenticate if options.user else None,
            auth_exclude_mechanism=options.without_auth,
        )
    return make


async def main(options):
    loop = asyncio.get_running_loop()
    raw = {"black-hole": black_hole, "hang-up": hang_up, "babble": babble}.get(options.mode)
    if raw:
        server = await asyncio.start_server(raw, "127.0.0.1", options.port)
    else:
        server = await loop.create_server(factory(options), "127.0.0.1", options.port)
    report({"port": server.sockets[0].getsockname()[1]})
    await asyncio.wait_for(loop.run_in_executor(None, sys.stdin.read), options.lifetime)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", default="ok")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--without-auth", action="append", default=[])
    parser.add_argument("--lifetime", type=float, default=120)
    try:
        asyncio.run(main(parser.parse_args()))
    except (asyncio.TimeoutError, KeyboardInterrupt):
        pass
    finally:
        sys.stdout.flush()
        os._exit(0)
