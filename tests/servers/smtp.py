"""An SMTP server that keeps what it gets.

Arguments: the folder for messages, the files of certificate and key, user and password. It says its port on a line.
Recipients that begin with «full» are refused for now, with «gone» for ever; at «vanish» the server takes the letter and
falls silent before it says so.
"""

import asyncio
import ssl
import sys
import uuid

from aiosmtpd.smtp import SMTP, AuthResult

folder, certificate, key, user, password = sys.argv[1:6]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("full"):
            return "452 4.2.2 The mailbox is full"
        if address.startswith("gone"):
            return "550 5.1.1 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = f"{folder}/{envelope.rcpt_tos[0]} {uuid.uuid4().hex}"
        with open(name + ".part", "wb") as file:
            file.write(envelope.original_content)
        import os

        os.rename(name + ".part", name + ".eml")
        if envelope.rcpt_tos[0].startswith("vanish"):
            server.transport.abort()
        return "250 OK kept"


def authenticator(server, session, envelope, mechanism, data):
    right = data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=right, handled=right)


def protocol():
    return SMTP(
        Keeper(), hostname="localhost", authenticator=authenticator, auth_require_tls=False, auth_required=True
    )


async def main():
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
