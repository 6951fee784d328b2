package org.lottrace.edi.x12.internal.schema;

import java.util.Set;
import java.util.regex.Pattern;

/** Which segments say by a qualifier what they hold. */
final class Qualifiers {
    private static final Set<String> IN_NAME = Set.of("REF", "DTM", "MAN");
    private static final Pattern NAME = Pattern.compile("[A-Z0-9]{1,3}");

    private Qualifiers() {}

    /** @return true when the first element of the segment becomes part of its XML name */
    static boolean inName(String tag) {
        return IN_NAME.contains(tag);
    }

    /** @return position of the first qualifier of a segment that is a list of pairs, else 0 */
    static int firstPair(String tag) {
        return tag.equals("LIN") ? 2 : 0;
    }

    /** @return true when the qualifier can be part of an XML name */
    static boolean isName(String qualifier) {
        return NAME.matcher(qualifier).matches();
    }
}
