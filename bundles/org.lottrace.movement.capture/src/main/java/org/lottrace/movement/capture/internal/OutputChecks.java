package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.Production;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What is said of the outputs of a production: whether it can be, and whether whoever says it may. */
final class OutputChecks {
    private static final String LOT_NUMBER_IN_USE = "LOT_NUMBER_IN_USE";

    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final LotRightCheck rights;
    private final SaidOfLots said;
    private final LotMaster lots;

    OutputChecks(SharedChecks checks, ClosedMasters closed, LotRightCheck rights, SaidOfLots said, LotMaster lots) {
        this.checks = checks;
        this.closed = closed;
        this.rights = rights;
        this.said = said;
        this.lots = lots;
    }

    /** The first one is described by the production itself. */
    List<ProduceLot.Made> of(Production production, Optional<Site> site, Findings findings) {
        List<ProduceLot.Made> made = new ArrayList<>();
        for (Production.Output output : production.outputs()) {
            ViolationPath path = made.isEmpty() ? ViolationPath.WHOLE : ViolationPath.of("others", made.size());
            checks.place(site, output.location(), path.then("location"), findings);
            closed.place(production.context().site(), output.location(), path.then("location"), findings);
            closed.item(output.item(), path.then("item"), findings);
            Optional<Quantity> quantity = checks.item(output.item(), path.then("item"), findings)
                    .flatMap(item -> checks.positive(item, output.quantity(), path.then("quantity"), findings));
            boolean isFirst =
                    made.stream().noneMatch(before -> before.output().item().equals(output.item()));
            saidOf(output, isFirst, site, path, findings);
            made.add(new ProduceLot.Made(output, path, quantity.orElse(output.quantity())));
        }
        return made;
    }

    /** Without a number it is the lot of the same item that stands before it, or else a new one. */
    private void saidOf(
            Production.Output output, boolean isFirst, Optional<Site> site, ViolationPath path, Findings findings) {
        Optional<LotKey> known =
                site.flatMap(at -> output.lotNumber().map(number -> ProduceLot.key(at, output.item(), number)));
        if (known.isPresent()) {
            said.check(known.get(), output.keyData(), path, findings);
        } else {
            said.check(output.keyData(), path, findings);
        }
        boolean isNew = known.map(lot -> lots.find(lot).isEmpty()).orElse(isFirst);
        if (isNew) {
            site.ifPresent(at -> checkRights(output, at.id(), path, findings));
            said.checkProfile(output.item(), output.keyData(), path, findings);
        }
    }

    private void checkRights(Production.Output output, SiteId site, ViolationPath path, Findings findings) {
        rights.check(LotAction.CREATE, output.item(), site, path.then("item"), findings);
        output.lotNumber()
                .ifPresent(number -> rights.numbering(number, output.item(), site, path.then("lotNumber"), findings));
    }

    /**
     * Numbers that lots have already. A lot cannot be its own ingredient: what is made again of it gets another number.
     *
     * @param madeBefore what the order made
     */
    void numbers(
            Production production,
            Site site,
            List<StockBalance> consumed,
            Supplier<Set<LotKey>> madeBefore,
            Findings findings) {
        Set<LotKey> ingredients = consumed.stream().map(StockBalance::lot).collect(Collectors.toSet());
        production.outputs().forEach(output -> output.lotNumber()
                .map(number -> ProduceLot.key(site, output.item(), number))
                .filter(key -> lots.find(key).isPresent())
                .ifPresent(key -> {
                    if (ingredients.contains(key)) {
                        findings.add(ownIngredient(key));
                    } else if (!madeBefore.get().contains(key)) {
                        findings.breach(inUse(key), key);
                    }
                }));
    }

    static Violation inUse(LotKey key) {
        return new Violation(
                LOT_NUMBER_IN_USE,
                "lotNumber",
                "lot " + key + " exists, and is not made by this order of other lots: give the output another number");
    }

    private static Violation ownIngredient(LotKey key) {
        return new Violation(
                LOT_NUMBER_IN_USE,
                "lotNumber",
                "lot " + key
                        + " was consumed by this order, and no lot is its own ingredient: give the output another number");
    }
}
