#!/usr/bin/env bash
# ruby-oauth2 1.4.4 (Debian): a saved token can be loaded until it ends, and then raises, refresh token and all.
#
# `expires_at` as a text of seconds, which is what a form, an environment variable or Redis gives back, is taken for
# seconds if it lies ahead. Else it is parsed as a date: ten digits are year, month, day and hour. Most ends in the past
# are no such date and raise ArgumentError, before the refresh token can be used; a few are an instant long ago.
#
# Seen: the text of 2100 is read, that of 2026-01-01 raises, that of 2021-01-31 is the last day of the year 1612; the
# number of 2026-01-01 is read.
# To a reader of tokens: the form of a member must not depend on the clock. Save this library's ends as numbers, and
# test a loader with a token that has ended: that is when it is needed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
chmod 755 .
apt-get download --quiet=2 ruby3.1 libruby3.1 ruby-oauth2=1.4.4-1+deb12u1 2>/dev/null
for package in *.deb; do dpkg-deb --extract "$package" .; done

cat >run.rb <<'RB'
require 'time'
require 'oauth2/access_token'
['4102444800', '1767225600', '1612123100', 1767225600].each do |expires_at|
  saved = { 'access_token' => 'EXAMPLE-ACCESS', 'refresh_token' => 'EXAMPLE-REFRESH', 'expires_at' => expires_at }
  begin
    token = OAuth2::AccessToken.from_hash(nil, saved)
    puts "#{expires_at.inspect}: #{Time.at(token.expires_at).utc.strftime('%F')}, expired: #{token.expired?}"
  rescue ArgumentError => error
    puts "#{expires_at.inspect}: #{error.class}"
  end
end
RB
architecture=$(dirname usr/lib/*/libruby-3.1.so.3.1)
export TZ=UTC LD_LIBRARY_PATH=$architecture
export RUBYLIB=usr/lib/ruby/3.1.0:$architecture/ruby/3.1.0:usr/lib/ruby/vendor_ruby
seen=$(usr/bin/ruby3.1 --disable-gems run.rb)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
"4102444800": 2100-01-01, expired: false
"1767225600": ArgumentError
"1612123100": 1612-12-31, expired: true
1767225600: 2026-01-01, expired: true
EXPECTED
