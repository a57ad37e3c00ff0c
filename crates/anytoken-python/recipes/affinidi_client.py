"""The Affinidi client: the token endpoint's bytes in place of its model, which fails as soon as a real ID token is there."""

import anytoken
from affinidi_tdk_iam_client import ConsumerAuthApi, ConsumerAuthTokenEndpointInput
from affinidi_tdk_iam_client.exceptions import ApiException


def consumer_token(api: ConsumerAuthApi, request: ConsumerAuthTokenEndpointInput) -> anytoken.Token:
    try:
        response = api.consumer_auth_token_endpoint_with_http_info(request, _preload_content=False)
        status, body = response.status_code, response.raw_data
    except ApiException as error:  # its text has the body, so it is not chained
        status, body = error.status, error.body
    return anytoken.decode(body, "affinidi-consumer-auth", status=status)
