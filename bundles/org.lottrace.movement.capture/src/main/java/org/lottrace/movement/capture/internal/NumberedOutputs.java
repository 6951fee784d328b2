package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.Production;
import org.lottrace.api.violation.ViolationPath;

/** Gives each output its lot: one that the order or this event made already, or one that is registered now. */
final class NumberedOutputs {
    private static final String LOT_NUMBER_INVALID = "LOT_NUMBER_INVALID";

    private final LotMaster lots;
    private final LotNumbering numbering;
    private final Site site;
    private final Production production;
    private final Supplier<Set<LotKey>> madeBefore;

    /**
     * @param goods the lot of each output, in their order
     * @param lots what was made of each lot, all units alike
     * @param registered lots that are new
     */
    record Numbered(
            Map<ProduceLot.Made, LotKey> goods, SortedMap<LotKey, BigDecimal> lots, List<LotChange> registered) {}

    /** @param madeBefore the lots that the order made before */
    NumberedOutputs(
            LotMaster lots,
            LotNumbering numbering,
            Site site,
            Production production,
            Supplier<Set<LotKey>> madeBefore) {
        this.lots = lots;
        this.numbering = numbering;
        this.site = site;
        this.production = production;
        this.madeBefore = madeBefore;
    }

    Numbered of(List<ProduceLot.Made> outputs, Findings findings) {
        Numbered numbered = new Numbered(new LinkedHashMap<>(), new TreeMap<>(), new ArrayList<>());
        Map<ItemNumber, LotKey> newest = new HashMap<>();
        for (ProduceLot.Made made : outputs) {
            lotOf(made, newest, numbered, findings).ifPresent(lot -> {
                newest.put(lot.item(), lot);
                numbered.goods().put(made, lot);
                numbered.lots().merge(lot, made.quantity().amount(), BigDecimal::add);
            });
        }
        return numbered;
    }

    private Optional<LotKey> lotOf(
            ProduceLot.Made made, Map<ItemNumber, LotKey> newest, Numbered numbered, Findings findings) {
        ItemNumber item = made.output().item();
        if (made.output().lotNumber().isEmpty() && newest.containsKey(item)) {
            return Optional.of(newest.get(item));
        }
        Optional<LotKey> key = made.output()
                .lotNumber()
                .or(() -> next(item, made.path(), findings))
                .map(number -> ProduceLot.key(site, item, number));
        return key.flatMap(lot -> numbered.lots().containsKey(lot)
                        || lots.find(lot).isPresent()
                                && (findings.isReport() || madeBefore.get().contains(lot))
                ? Optional.of(lot)
                : register(lot, made, numbered, findings));
    }

    private Optional<LotKey> register(LotKey lot, ProduceLot.Made made, Numbered numbered, Findings findings) {
        return lots.register(new Lot(
                        lot,
                        Optional.of(site.calendar()
                                .productionDay(production.context().effective())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(site.id())))
                .fold(
                        registered -> {
                            numbered.registered().add(LotChange.registered(registered, attributes(made)));
                            return Optional.of(lot);
                        },
                        known -> {
                            findings.add(OutputChecks.inUse(lot));
                            return Optional.empty();
                        },
                        violations -> {
                            findings.addAll(violations, made.path().then("lotNumber"));
                            return Optional.empty();
                        });
    }

    /** A lot that is numbered here carries the template: a later one of the site reads other numbers. */
    private List<KeyDatum> attributes(ProduceLot.Made made) {
        List<KeyDatum> said = LotAttributes.of(made.output().keyData());
        return made.output().lotNumber().isPresent()
                ? said
                : Stream.concat(
                                said.stream(),
                                Stream.of(KeyDataElement.NUMBER_TEMPLATE.is(
                                        new KeyDataValue.Text(site.lotNumberTemplate()))))
                        .toList();
    }

    /** Passes over numbers that were given by hand before. */
    private Optional<LotNumber> next(ItemNumber item, ViolationPath path, Findings findings) {
        try {
            LotNumber number;
            do {
                number = numbering.next(
                        site, item, production.context().effective(), production.line(), production.shift());
            } while (lots.find(ProduceLot.key(site, item, number)).isPresent());
            return Optional.of(number);
        } catch (InvalidIdentifierException e) {
            findings.add(
                    LOT_NUMBER_INVALID,
                    path.then("lotNumber"),
                    "the template of site " + site.id() + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
