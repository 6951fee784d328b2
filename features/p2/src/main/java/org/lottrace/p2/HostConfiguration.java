package org.lottrace.p2;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The configuration files of the features without Karaf's folders: all data lies in {@code ${lottrace.data}}, a property of the framework or of the virtual machine; the
 * files of users are the host's business.
 */
final class HostConfiguration {
    private static final Pattern DATA_OR_KARAF =
            Pattern.compile("\\$\\{lottrace\\.data:-\\$\\{karaf\\.\\w+\\}(/lottrace)?\\}");
    private static final Pattern KARAF_DATA = Pattern.compile("\\$\\{karaf\\.data\\}");
    private static final Pattern KARAF_FILE = Pattern.compile("(?m)^([^#=]+=).*\\$\\{karaf\\.etc\\}.*$");
    /** LotTrace does not hear of it when the host takes a password or a role away. */
    private static final Pattern REMEMBER = Pattern.compile("(?m)^remember\\.seconds = \\d+$");

    private static final Pattern REALM = Pattern.compile("(?m)^realm = karaf$");

    private static final String PRINCIPALS = """

            # classes of the principals that the host's login gives: one for the user, one for each role
            user.principal =
            role.principal =
            """;
    private static final Map<String, String> MORE =
            Map.of("org.lottrace.login", PRINCIPALS, "org.lottrace.web.gate", PRINCIPALS);

    private HostConfiguration() {}

    /**
     * @param pid its name
     * @param karafs what Karaf reads
     * @return what a host without Karaf reads
     */
    static String of(String pid, String karafs) {
        String text = DATA_OR_KARAF.matcher(karafs).replaceAll("\\${lottrace.data}");
        text = KARAF_DATA.matcher(text).replaceAll("\\${lottrace.data}");
        text = KARAF_FILE.matcher(text).replaceAll("$1");
        text = REALM.matcher(text).replaceAll("realm = lottrace");
        text = REMEMBER.matcher(text).replaceAll("remember.seconds = 0");
        return text.stripLeading().stripTrailing() + "\n" + MORE.getOrDefault(pid, "");
    }

    /** @return the lines that still name Karaf, which a host without it could not read */
    static String karafIn(String text) {
        return text.lines()
                .filter(line -> !line.strip().startsWith("#") && line.contains("karaf"))
                .collect(Collectors.joining("\n"));
    }
}
