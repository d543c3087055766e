"""Lets who has a token through to a server of Spark Connect, over TLS: token_gateway.py SERVER PORT TOKEN KEY CERTIFICATE

SERVER and PORT are ports of 127.0.0.1; the others are files.
"""

import concurrent.futures
import pathlib
import sys

import grpc

SERVER, PORT, TOKEN, KEY, CERTIFICATE = sys.argv[1:]
KNOWN = ("authorization", "Bearer " + pathlib.Path(TOKEN).read_text().strip())
CHANNEL = grpc.insecure_channel(f"127.0.0.1:{SERVER}", options=[("grpc.max_receive_message_length", -1)])


def refuse(requests, context):
    context.abort(grpc.StatusCode.UNAUTHENTICATED, "nobody has this token")


class Gateway(grpc.GenericRpcHandler):
    """Hands messages on as they are."""

    def service(self, details):
        if KNOWN not in [tuple(entry) for entry in details.invocation_metadata]:
            return grpc.stream_stream_rpc_method_handler(refuse)
        call = CHANNEL.stream_stream(details.method)
        return grpc.stream_stream_rpc_method_handler(lambda requests, context: call(requests))


server = grpc.server(concurrent.futures.ThreadPoolExecutor(8), handlers=[Gateway()], options=[("grpc.max_send_message_length", -1)])
identity = grpc.ssl_server_credentials([(pathlib.Path(KEY).read_bytes(), pathlib.Path(CERTIFICATE).read_bytes())])
if server.add_secure_port(f"127.0.0.1:{PORT}", identity) != int(PORT):
    sys.exit(f"port {PORT} is taken")
server.start()
server.wait_for_termination()
