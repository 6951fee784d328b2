package org.lottrace.console.web.internal.trace;

import org.lottrace.console.web.internal.text.Texts;
import org.lottrace.trace.drawing.FoldId;

/** What readers call a group of a drawing. */
final class GroupNames {
    private static final String ITEM = "item:";
    private static final String FAN = "fan:";

    private GroupNames() {}

    static String of(FoldId fold, Texts texts) {
        String id = fold.value();
        if (fold.equals(FoldId.CONSIGNEES)) {
            return texts.lookup("trace.group.consignees");
        }
        if (fold.equals(FoldId.SUPPLIERS)) {
            return texts.lookup("trace.group.suppliers");
        }
        if (id.startsWith(ITEM)) {
            return texts.of("trace.group.item", id.substring(ITEM.length()));
        }
        if (id.startsWith(FAN)) {
            return texts.of("trace.group.fan", id.substring(id.indexOf(':', FAN.length()) + 1));
        }
        return id; // nothing that a drawing links to
    }
}
