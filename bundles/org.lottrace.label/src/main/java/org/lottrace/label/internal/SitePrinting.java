package org.lottrace.label.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelKind;

/**
 * How a site prints.
 *
 * @param format as what
 * @param kind what goods get that are in no logistic unit
 */
record SitePrinting(LabelFormat format, LabelKind kind) {
    /** @throws IllegalArgumentException if an entry is not SITE FORMAT KIND; the message names it */
    static Map<SiteId, SitePrinting> read(String... entries) {
        Map<SiteId, SitePrinting> bySite = new HashMap<>();
        // a file has one text with commas between them, perhaps an empty one
        List<String> each = Stream.of(entries)
                .flatMap(text -> Stream.of(text.split(",")))
                .filter(entry -> !entry.isBlank())
                .toList();
        for (String entry : each) {
            String[] words = entry.strip().split("\\s+");
            if (words.length != 3) {
                throw new IllegalArgumentException("sites in " + PrintingConfig.PID
                        + ".cfg are written SITE FORMAT KIND, such as BER ZPL CASE, not \"" + entry + "\"");
            }
            LabelKind kind = Coded.of(LabelKind.class, words[2]);
            if (kind == LabelKind.PALLET) {
                throw new IllegalArgumentException(
                        "goods in no logistic unit cannot have the label of a pallet: say LOT or CASE in \"" + entry
                                + "\" of " + PrintingConfig.PID + ".cfg");
            }
            bySite.put(new SiteId(words[0]), new SitePrinting(Coded.of(LabelFormat.class, words[1]), kind));
        }
        return bySite;
    }
}
