package org.lottrace.thirdparty.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Which lot each line means: a warehouse says item and number, seldom who issued the number. */
final class MeantLots {
    private static final String UNCLEAR = "?";
    private static final int LONGEST = 20;

    private final LotMaster lots;
    private final StockOnHand stock;
    private final SiteStore sites;

    MeantLots(LotMaster lots, StockOnHand stock, SiteStore sites) {
        this.lots = lots;
        this.stock = stock;
        this.sites = sites;
    }

    /**
     * @param problems gets each line of an order that may mean several lots; what has been done with goods was done with one of them
     * @return the document with the issuer of each lot that is named; of a lot that nobody has told of the company of the site, unless the
     *     line names one; none where it may be one of several lots
     */
    StockDocument settled(StockDocument document, List<Violation> problems) {
        SiteId there = document.kind() == StockDocumentKind.TRANSFER_SHIPMENT
                ? document.from().orElse(document.warehouse())
                : document.warehouse();
        Set<LotKey> present = Stream.concat(stock.at(there).stream(), stock.inTransitTo(there).stream())
                .map(StockBalance::lot)
                .collect(Collectors.toSet());
        List<StockDocument.Line> lines = new ArrayList<>();
        for (int i = 0; i < document.lines().size(); i++) {
            StockDocument.Line line = document.lines().get(i);
            List<Violation> unclear = new ArrayList<>();
            lines.add(settled(line, document.warehouse(), present, ViolationPath.of("lines", i + 1), unclear));
            if (document.kind() == StockDocumentKind.SHIPPING_ORDER) {
                problems.addAll(unclear);
            }
        }
        return new StockDocument(
                document.number(),
                document.kind(),
                document.warehouse(),
                document.from(),
                document.about(),
                document.customer(),
                document.at(),
                lines);
    }

    private StockDocument.Line settled(
            StockDocument.Line line, SiteId site, Set<LotKey> present, ViolationPath path, List<Violation> problems) {
        if (line.lot().isEmpty()) {
            return line;
        }
        List<LotKey> fitting =
                lots
                        .find(new LotReference(
                                line.issuer(),
                                Optional.of(line.item()),
                                line.lot().get()))
                        .stream()
                        .map(Lot::key)
                        .filter(key -> key.item().equals(line.item())
                                && key.number().equals(line.lot().get()))
                        .toList();
        List<LotKey> there = fitting.stream().filter(present::contains).toList();
        List<LotKey> meant = fitting.size() > 1 && there.size() == 1 ? there : fitting;
        if (meant.size() > 1) {
            problems.add(new Violation(
                    "LOT_AMBIGUOUS",
                    path.then("lot"),
                    "lot " + line.lot().get() + " of item " + line.item() + " may be "
                            + meant.stream().limit(10).map(LotKey::toString).collect(Collectors.joining(", "))
                            + ": name the issuer, too"));
            return line;
        }
        return meant.isEmpty()
                ? of(
                        line,
                        line.issuer().or(() -> sites.find(site).map(known -> known.company())),
                        line.lot().get())
                : of(line, Optional.of(meant.get(0).issuer()), meant.get(0).number());
    }

    private static StockDocument.Line of(StockDocument.Line line, Optional<PartyId> issuer, LotNumber number) {
        return new StockDocument.Line(
                line.item(),
                issuer,
                Optional.of(number),
                line.quantity(),
                line.container(),
                line.location(),
                line.orderLine(),
                line.condition());
    }

    /** @return which lot a settled line may mean, as the movements read it */
    static LotReference reference(StockDocument.Line line) {
        return new LotReference(
                line.issuer(), Optional.of(line.item()), line.lot().orElseThrow());
    }

    /** @return the lot of a settled line that names one; empty when it may be one of several */
    static Optional<LotKey> known(StockDocument.Line line) {
        return line.issuer().isEmpty() || line.lot().isEmpty() ? Optional.empty() : Optional.of(key(line));
    }

    /** @return true also for the lot that movements record of which nobody has said which of several it is: they put a mark behind the end of its number */
    static boolean mayBe(LotNumber told, LotKey lot) {
        String number = lot.number().value();
        return lot.number().equals(told)
                || number.endsWith(UNCLEAR)
                        && told.value().endsWith(number.substring(0, number.length() - UNCLEAR.length()))
                        && (number.length() == LONGEST
                                || number.length() == told.value().length() + UNCLEAR.length());
    }

    private static LotKey key(StockDocument.Line line) {
        return new LotKey(line.issuer().orElseThrow(), line.item(), line.lot().orElseThrow());
    }
}
