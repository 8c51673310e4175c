"""An SMTP server that keeps what it gets.

Arguments: the folder for messages, the files of certificate and key, user and password. It says its port on a line.
Recipients that begin with «full» are refused for now, with «gone» for ever; at «vanish» the server takes the letter and
falls silent before it says so. A sixth and a seventh argument name a mechanism of OAuth and the token that it takes; then
no password is of use.
"""

import asyncio
import base64
import os
import ssl
import sys
import uuid

from aiosmtpd.smtp import SMTP, AuthResult

folder, certificate, key, user, password = sys.argv[1:6]
mechanism, token = sys.argv[6:8] if len(sys.argv) > 7 else (None, None)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


async def bearer(server, args):
    """The word of a client, and the challenge that tells it what is wrong (RFC 7628)."""
    said = base64.b64decode(args[1]).decode()
    if f"auth=Bearer {token}\x01" in said and user in said:
        return AuthResult(success=True)
    await server.challenge_auth('{"status":"invalid_token"}')
    return AuthResult(success=False, handled=False)


class Keeper:
    async def auth_XOAUTH2(self, server, args):
        return await bearer(server, args)

    async def auth_OAUTHBEARER(self, server, args):
        return await bearer(server, args)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("full"):
            return "452 4.2.2 The mailbox is full"
        if address.startswith("brimful"):
            return "552 5.2.2 Mailbox over quota"
        if address.startswith("gone"):
            return "550 5.1.1 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = f"{folder}/{envelope.rcpt_tos[0]} {uuid.uuid4().hex}"
        with open(name + ".part", "wb") as file:
            file.write(envelope.original_content)
        os.rename(name + ".part", name + ".eml")
        if envelope.rcpt_tos[0].startswith("vanish"):
            server.transport.abort()
        return "250 OK kept"


def authenticator(server, session, envelope, mechanism, data):
    right = data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=right, handled=right)


EXCLUDED = {"PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"} - ({mechanism} if mechanism else {"PLAIN", "LOGIN"})


def protocol():
    return SMTP(
        Keeper(),
        hostname="localhost",
        authenticator=authenticator,
        auth_require_tls=False,
        auth_required=True,
        auth_exclude_mechanism=EXCLUDED,
    )


async def main():
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
