"""Asks a running service what the README asks, and what a stranger gets wrong."""

import json
import sys
import urllib.error
import urllib.request


def call(base, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def main(base):
    status, features = call(base, "/v1/features/5008804")
    assert status == 200, (status, features)
    status, prediction = call(base, "/v1/predictions/5008804")
    assert status == 200, (status, prediction)
    probability = json.loads(prediction)["probability"]
    assert 0 <= probability <= 1, prediction

    for path, expected in {
        "/v1/predictions/1": 404,
        "/v1/predictions/ada": 400,
        "/nowhere": 404,
        "/health/live": 200,
        "/health/ready": 200,
        "/metrics": 200,
        "/openapi": 200,
        "/": 200,
    }.items():
        status, text = call(base, path)
        assert status == expected, (path, status, text)

    status, text = call(base, "/v1/predictions", [{"age": 30, "agee": 3}])
    assert status == 400 and "agee" in text, (status, text)
    print("the service answers as the README says")


if __name__ == "__main__":
    main(sys.argv[1])
