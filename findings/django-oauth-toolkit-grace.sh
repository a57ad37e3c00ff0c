#!/usr/bin/env bash
# django-oauth-toolkit 3.4.1 (PyPI): a refresh that is repeated in its grace period promises more life than is left.
#
# With REFRESH_TOKEN_GRACE_PERIOD_SECONDS, a client that lost the answer to a refresh may ask again with the old refresh
# token, and gets the access token of the first answer once more. The answer's `expires_in` is that of a fresh token,
# while the end of the token in the database stays: the lifetime does not count from this answer.
#
# Seen: two answers, 5 s apart, with the same token and both with 60; the token ends 5 s before the second says so.
# To a reader of tokens: the same access token in two responses has one end, the earlier. Refresh on a 401 whatever the
# end says.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check django-oauth-toolkit==3.4.1 "Django<6"

cat >run.py <<'PY'
import time
from datetime import timedelta
import django
from django.conf import settings
settings.configure(
    SECRET_KEY="EXAMPLE-KEY", ROOT_URLCONF="oauth2_provider.urls", ALLOWED_HOSTS=["*"], USE_TZ=True,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "oauth2_provider"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    OAUTH2_PROVIDER={"ACCESS_TOKEN_EXPIRE_SECONDS": 60, "REFRESH_TOKEN_GRACE_PERIOD_SECONDS": 30})
django.setup()
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from oauth2_provider.models import AccessToken, Application, RefreshToken
call_command("migrate", verbosity=0)
user = get_user_model().objects.create_user("example")
app = Application.objects.create(client_id="example", client_secret="", client_type="public", user=user,
                                 authorization_grant_type="authorization-code", redirect_uris="http://127.0.0.1/")
first = AccessToken.objects.create(user=user, application=app, token="EXAMPLE-ACCESS", scope="read",
                                   expires=timezone.now() + timedelta(seconds=60))
RefreshToken.objects.create(user=user, application=app, token="EXAMPLE-REFRESH", access_token=first)
def refresh():
    form = {"grant_type": "refresh_token", "refresh_token": "EXAMPLE-REFRESH", "client_id": "example"}
    return Client().post("/token/", form).json()
one = refresh()
time.sleep(5)
two = refresh()
left = (AccessToken.objects.get(token=two["access_token"]).expires - timezone.now()).total_seconds()
print("same token:", one["access_token"] == two["access_token"])
print("expires_in:", one["expires_in"], two["expires_in"])
print("ends early:", two["expires_in"] - left > 4)
PY
seen=$(venv/bin/python -W ignore run.py)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
same token: True
expires_in: 60 60
ends early: True
EXPECTED
