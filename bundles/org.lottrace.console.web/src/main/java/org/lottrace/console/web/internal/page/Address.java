package org.lottrace.console.web.internal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.lottrace.console.web.internal.ConsoleContext;

/**
 * Where a request goes, below {@code /console/}.
 *
 * @param page the first part, empty for the start page
 * @param rest the parts behind it
 */
public record Address(String page, List<String> rest) {
    public Address {
        rest = List.copyOf(rest);
    }

    /** @param path as the container decoded it, such as {@code /recall/R-000001} */
    public static Address of(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        return parts.isEmpty() ? new Address("", List.of()) : new Address(parts.get(0), parts.subList(1, parts.size()));
    }

    /**
     * @param page such as {@code lot}
     * @param namesAndValues parameters of the query, name and value in turn
     * @return the address for a link, all of it encoded
     */
    public static String to(String page, Object... namesAndValues) {
        StringBuilder link = new StringBuilder(ConsoleContext.PATH).append('/').append(page);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            link.append(i == 0 ? '?' : '&')
                    .append(encoded(namesAndValues[i]))
                    .append('=')
                    .append(encoded(namesAndValues[i + 1]));
        }
        return link.toString();
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
