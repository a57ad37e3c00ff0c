#!/usr/bin/env bash
# LWP::Authen::OAuth2 0.20 (Debian's liblwp-authen-oauth2-perl): the time for an early refresh never comes.
#
# A token is to be refreshed `early_refresh_time` (300 s) before its end. For a short-lived token the margin is cut
# to half of the lifetime; but the code takes half of what is *left*, at every call. What is left is never less than its
# own half, so the answer is no until the token has ended.
#
# Seen: with a margin of 300 s, a token is not to be refreshed 299 s, 10 s or 1 s before its end, only after it.
# To a reader of tokens: measure a margin against the end alone, or against the lifetime at receipt, and test it just
# before the end. Users of the module get a 401 once a lifetime.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
chmod 755 .
apt-get download --quiet=2 liblwp-authen-oauth2-perl=0.20-1 2>/dev/null
dpkg-deb --extract liblwp-authen-oauth2-perl_*.deb .

cat >run.pl <<'PL'
use LWP::Authen::OAuth2::AccessToken;
for my $left (3000, 299, 10, 1, -1) {
    my $token = LWP::Authen::OAuth2::AccessToken->from_ref(
        {access_token => 'EXAMPLE-ACCESS', expires_in => 3600, create_time => time() - 3600 + $left});
    printf "%4d s left: %s\n", $left, $token->should_refresh(300) ? 'refresh' : 'use it';
}
PL
seen=$(perl -Iusr/share/perl5 run.pl)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
3000 s left: use it
 299 s left: use it
  10 s left: use it
   1 s left: use it
  -1 s left: refresh
EXPECTED
