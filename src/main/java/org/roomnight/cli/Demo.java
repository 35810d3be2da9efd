package org.roomnight.cli;

/**
 * What somebody needs to try the demo; the members are those of the file that {@code --info} writes.
 *
 * @param url the web address, without a slash at the end
 * @param operationsUrl where health and metrics are, likewise
 */
record Demo(
        String url,
        String managingEntityIdentifier,
        String hotelIdentifier,
        String passkey,
        String calendarUrl,
        String caldavUrl,
        String clientId,
        String clientSecret,
        String operationsUrl) {

    void show(long seed, Console console) {
        console.say("""

            Roomnight's demo is running. It listens on this machine only; Ctrl-C ends it.

              Web address       %s/
              Operations        %s
              Property          %s, %s
              Calendar          %s
              CalDAV            %s
              Username          %s
              Passkey           %s
              Client id         %s
              Client secret     %s
              Bookings' seed    %d

            Try it:

              curl -u '%s:%s' '%s'

              TOKEN=$(curl -s -u '%s:%s' -d grant_type=client_credentials '%s/oauth2/token' | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')

              curl -H "Authorization: Bearer $TOKEN" '%s/api/managing-entity/%s/extranet/caldav/auth'
            """.formatted(
                        url,
                        operationsUrl,
                        DemoHouse.NAME,
                        managingEntityIdentifier,
                        calendarUrl,
                        caldavUrl,
                        hotelIdentifier,
                        passkey,
                        clientId,
                        clientSecret,
                        seed,
                        hotelIdentifier,
                        passkey,
                        calendarUrl,
                        clientId,
                        clientSecret,
                        url,
                        url,
                        managingEntityIdentifier));
    }
}
