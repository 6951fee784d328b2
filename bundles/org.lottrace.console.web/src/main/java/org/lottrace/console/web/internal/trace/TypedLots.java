package org.lottrace.console.web.internal.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Lots as somebody types or scans them, with blanks between: {@code NUMBER}, {@code ITEM/NUMBER}, {@code ISSUER/ITEM/NUMBER}, or a GS1
 * text with GTIN and lot, with or without parentheses. What is not found as it is written is looked for in capital letters.
 *
 * @param keys the lots that were found, each once, in the order in which they were typed
 * @param unknown what names no lot
 * @param several what names more than one, with all that it can mean
 */
public record TypedLots(List<LotKey> keys, List<String> unknown, List<Several> several) {
    /** GS1 General Specifications: AI (01) has 14 digits; AI (10) is the last one, or ends with a group separator. */
    private static final Pattern GTIN_AND_LOT = Pattern.compile(
            "\\(?01\\)?([0-9]{14})(?:\\((?:11|13|15|17)\\)[0-9]{6})*\\(?10\\)?([^\u001d]{1,20})(?:\u001d.*)?");

    /** A text that can mean several lots. */
    public record Several(String typed, List<Lot> lots) {
        public Several {
            lots = List.copyOf(lots);
        }
    }

    /** @return what the text names, each lot asked for */
    public static TypedLots of(String text, Visit visit) {
        Set<LotKey> keys = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        List<Several> several = new ArrayList<>();
        for (String typed : text.strip().split("\\s+")) {
            if (typed.isEmpty()) {
                continue;
            }
            List<Lot> lots = found(typed, visit);
            if (lots.isEmpty()) {
                unknown.add(typed);
            } else if (lots.size() == 1) {
                keys.add(lots.get(0).key());
            } else {
                several.add(new Several(typed, lots));
            }
        }
        return new TypedLots(List.copyOf(keys), unknown, several);
    }

    private static List<Lot> found(String typed, Visit visit) {
        List<Lot> scanned = scanned(typed, visit);
        if (!scanned.isEmpty()) {
            return scanned;
        }
        List<Lot> asWritten = referred(typed, visit);
        return asWritten.isEmpty() ? referred(typed.toUpperCase(Locale.ROOT), visit) : asWritten;
    }

    private static List<Lot> referred(String typed, Visit visit) {
        try {
            return visit.as(LotMaster.class).find(LotReference.parse(typed));
        } catch (InvalidIdentifierException noLotHasSuchANumber) {
            return List.of();
        }
    }

    private static List<Lot> scanned(String typed, Visit visit) {
        Matcher parts = GTIN_AND_LOT.matcher(typed);
        if (!parts.matches()) {
            return List.of();
        }
        try {
            Optional<Item> item = visit.as(ItemCatalog.class).find(new Gtin(parts.group(1)));
            LotNumber number = new LotNumber(parts.group(2));
            return item.map(known -> visit.as(LotMaster.class)
                            .find(new LotReference(Optional.empty(), Optional.of(known.number()), number)))
                    .orElse(List.of());
        } catch (InvalidIdentifierException noGtin) {
            return List.of();
        }
    }
}
