package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lottrace.api.lot.LotNumbering;

/**
 * A piece of a numbering template in words. The grammar is that of {@link LotNumbering}.
 *
 * @param text the piece as it stands in the template
 * @param meaning what it stands for
 */
record TemplatePart(String text, String meaning) {
    private static final Pattern PIECE = Pattern.compile("\\{([A-Za-z]+)(?::(\\d+))?}|[^{]+|\\{");

    private static final Map<String, String> MEANINGS = Map.of(
            "yyyy", "year of production, 4 digits",
            "yy", "year of production, last 2 digits",
            "y", "year of production, last digit",
            "MM", "month of production, 01 to 12",
            "dd", "day of the month, 01 to 31",
            "DDD", "day of the year, 001 to 366",
            "site", "code of the site",
            "line", "production line",
            "shift", "shift",
            "item", "item number");

    static List<TemplatePart> of(String template) {
        return PIECE.matcher(template)
                .results()
                .map(piece -> new TemplatePart(piece.group(), meaning(piece.group(1), piece.group(2))))
                .toList();
    }

    private static String meaning(String field, String length) {
        if (field == null) {
            return "always this text";
        }
        return switch (field) {
            case "seq" -> "running number, " + length + " digits, from 1 for each different rest";
            case "chk" -> "check character over everything before it (ISO/IEC 7064 MOD 37-2)";
            default -> MEANINGS.getOrDefault(field, "unknown field: correct the template of the site");
        };
    }
}
