package org.lottrace.console.commands.internal.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.text.TextForms;

/** Lots as they are typed: number, item/number or issuer/item/number. */
public final class LotArgument {
    /** For the help of commands. */
    public static final String FORM = "Lot as NUMBER, ITEM/NUMBER or ISSUER/ITEM/NUMBER";

    private LotArgument() {}

    /** @throws IllegalArgumentException if there is no such lot, or several; then they are listed */
    public static Lot find(LotMaster lots, String text) {
        List<Lot> candidates = lots.find(TextForms.read(LotReference.class, text));
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("there is no lot " + text + "; lot:list ITEM lists those of an item");
        }
        if (candidates.size() > 1) {
            throw new IllegalArgumentException("several lots have the number " + text + "; write which one:"
                    + candidates.stream().map(lot -> "\n  " + lot.key()).collect(Collectors.joining()));
        }
        return candidates.get(0);
    }

    /** @throws IllegalArgumentException as {@link #find(LotMaster, String)}, for the first that is wrong */
    public static List<LotKey> keys(LotMaster lots, List<String> texts) {
        List<LotKey> keys = new ArrayList<>();
        texts.forEach(text -> keys.add(find(lots, text).key()));
        return keys;
    }
}
