package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.lottrace.console.web.internal.ConsoleContext;

/** Where a request comes from and may be led to. */
final class Origin {
    private Origin() {}

    /**
     * @return false when the browser says that another site's page sends the form. A browser that says nothing has no session for it
     *     either, as the cookie is not sent across sites
     */
    static boolean isHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return Set.of("same-origin", "none").contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || host(origin).equals(Optional.ofNullable(request.getHeader("Host")));
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** @return the wish when it is an address of the console, the start page when it is anything else */
    static String within(String wish) {
        boolean isOurs = wish != null
                && wish.startsWith(ConsoleContext.PATH + "/")
                && wish.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
                && !wish.contains("/..")
                && !wish.startsWith(ConsoleContext.PATH + "/login");
        return isOurs ? wish : ConsoleContext.PATH + "/";
    }
}
