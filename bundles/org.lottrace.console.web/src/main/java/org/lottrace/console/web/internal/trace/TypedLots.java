package org.lottrace.console.web.internal.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.PieceStep;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.console.web.internal.desk.ScannedGoods;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Lots as somebody types or scans them, with blanks between: {@code NUMBER}, {@code ITEM/NUMBER}, {@code ISSUER/ITEM/NUMBER}, or a scan
 * with a lot in it. What is not found as it is written is looked for in capital letters, and then as the serial number of a piece.
 *
 * @param keys the lots that were found, each once, in the order in which they were typed
 * @param unknown what names no lot
 * @param several what names more than one, with all that it can mean
 * @param misread what is wrong with scans, for people
 */
public record TypedLots(List<LotKey> keys, List<String> unknown, List<Several> several, List<String> misread) {
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
        List<String> misread = new ArrayList<>();
        List<String> words = LotWords.of(text, visit);
        if (words.size() > LotWords.MOST_LOTS) {
            return new TypedLots(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(visit.texts().of("recall.problem.too-many", LotWords.MOST_LOTS)));
        }
        for (String typed : words) {
            Optional<ScannedGoods> scan = ScannedGoods.of(typed, visit);
            if (scan.isPresent() && !scan.get().problems().isEmpty()) {
                misread.addAll(scan.get().problems());
                continue;
            }
            List<Lot> lots = scan.map(goods -> scanned(goods, visit)).orElseGet(() -> found(typed, visit));
            if (lots.isEmpty()) {
                unknown.add(typed);
            } else if (lots.size() == 1) {
                keys.add(lots.get(0).key());
            } else {
                several.add(new Several(typed, lots));
            }
        }
        return new TypedLots(List.copyOf(keys), unknown, several, misread);
    }

    private static List<Lot> found(String typed, Visit visit) {
        List<Lot> asWritten = referred(typed, visit);
        List<Lot> found = asWritten.isEmpty() ? referred(typed.toUpperCase(Locale.ROOT), visit) : asWritten;
        return found.isEmpty() ? ofPiece(typed, visit) : found;
    }

    /** @return the lots as a piece of which the serial number was told */
    public static List<Lot> ofPiece(String serial, Visit visit) {
        List<LotKey> told = visit.as(SerialPieces.class).steps(serial, Optional.empty(), SerialPieces.MOST).stream()
                .map(PieceStep::lot)
                .distinct()
                .toList();
        return told.isEmpty() ? List.of() : visit.as(LotMaster.class).findAll(told);
    }

    private static List<Lot> referred(String typed, Visit visit) {
        try {
            return visit.as(LotMaster.class).find(LotReference.parse(typed));
        } catch (InvalidIdentifierException noLotHasSuchANumber) {
            return List.of();
        }
    }

    private static List<Lot> scanned(ScannedGoods goods, Visit visit) {
        return goods.lot().map(visit.as(LotMaster.class)::find).orElse(List.of());
    }
}
