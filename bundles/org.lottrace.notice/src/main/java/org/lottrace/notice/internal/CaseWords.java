package org.lottrace.notice.internal;

import java.util.Locale;
import java.util.Map;
import org.lottrace.api.code.Coded;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Codes of a case as an inspector reads them. A code that has no words here is written with blanks and small letters. */
final class CaseWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("RecallMode.REAL", "Recall"),
            Map.entry("RecallMode.MOCK", "Exercise (mock recall): nothing was blocked, nobody was told"),
            Map.entry("RecallMode.WITHDRAWAL", "Market withdrawal"),
            Map.entry("RecallMode.STOCK_RECOVERY", "Stock recovery"),
            Map.entry("RecallClass.I", "I: a reasonable probability of serious harm or death"),
            Map.entry("RecallClass.II", "II: temporary harm, or a remote probability of serious harm"),
            Map.entry("RecallClass.III", "III: harm is not likely"),
            Map.entry("RecallRegime.FDA_FOOD", "United States, food (21 CFR 7)"),
            Map.entry("RecallRegime.FDA_INFANT_FORMULA", "United States, infant formula (21 CFR 107)"),
            Map.entry("RecallRegime.FDA_DRUG", "United States, drugs (21 CFR 7)"),
            Map.entry("RecallRegime.FDA_DEVICE", "United States, medical devices (21 CFR 806)"),
            Map.entry("RecallRegime.EU_FOOD", "European Union, food (Regulation (EC) 178/2002)"),
            Map.entry("RecallTrigger.REGULATOR", "An authority"),
            Map.entry("RecallDepth.CONSUMER_USER", "Consumers"),
            Map.entry("PublicWarning.SPECIALISED_MEDIA", "Trade press"),
            Map.entry("EffectivenessLevel.A", "All consignees"),
            Map.entry("EffectivenessLevel.E", "None"),
            Map.entry("FollowUp.NOT_TOLD", "Not told"),
            Map.entry("FollowUp.WAITING", "Answer awaited"),
            Map.entry("FollowUp.REMINDER_DUE", "Answer late"),
            Map.entry("FollowUp.ESCALATED", "To be called or visited"),
            Map.entry("State.WITH_PARTY", "With a consignee"),
            Map.entry("State.IN_TRANSIT", "Between own sites"),
            Map.entry("State.ON_THE_ROAD", "On the road to a consignee"),
            Map.entry("State.ANNOUNCED", "Announced by a supplier"),
            Map.entry("NoticeKind.FIRST", "First notice"),
            Map.entry("NoticeKind.EXPANSION", "Notice about more goods"),
            Map.entry("NoticeKind.RETRACTION", "Notice that goods are not affected"),
            Map.entry("NoteTopic.REGULATOR", "Authority"),
            Map.entry("NoteTopic.PUBLIC_WARNING", "Warning to the public"));

    private static final Map<String, String> POINTS = Map.of(
            "QUANTITY_UNEXPLAINED", "What came in and what became of it differ",
            "QUANTITY_UNACCOUNTED", "Whereabouts unknown",
            "HELD_BY_CONSIGNEE", "Still with the consignee",
            "STOCK_UNDECIDED", "Own stock nobody has decided about",
            "CERTIFICATE_MISSING", "Destroyed without witness and certificate",
            "CHECK_MISSING", "Effectiveness check missing",
            "RETRACTION_MISSING", "Told about goods that are not affected, and does not know it yet");

    private static final Map<String, String> UNITS = Map.of(
            "KGM", "kg", "GRM", "g", "LTR", "l", "C62", "pcs", "EA", "pcs", "H87", "pcs", "LBR", "lb", "CS", "cases");

    private CaseWords() {}

    static String of(Coded code) {
        String key = code.getClass().getSimpleName() + "." + code.code();
        return WORDS.getOrDefault(key, sentence(code.code()));
    }

    /** @return what an open point is about */
    static String point(String code) {
        return POINTS.getOrDefault(code, sentence(code));
    }

    /** @return how somebody was told or checked: a word of ours or whatever was entered */
    static String method(String method) {
        return switch (method) {
            case "EMAIL" -> "e-mail";
            case "EDI" -> "EDI";
            default -> method.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** @return item and number: who issued it is in the annex */
    static String lot(LotKey lot) {
        return lot.item() + "/" + lot.number();
    }

    static String quantity(Quantity quantity) {
        String unit = quantity.unit().code();
        return quantity.amount().toPlainString() + " " + UNITS.getOrDefault(unit, unit);
    }

    /** @return a quantity that an open point says as a text */
    static String quantity(String text) {
        int unit = text.lastIndexOf(' ') + 1;
        return text.substring(0, unit) + UNITS.getOrDefault(text.substring(unit), text.substring(unit));
    }

    private static String sentence(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
