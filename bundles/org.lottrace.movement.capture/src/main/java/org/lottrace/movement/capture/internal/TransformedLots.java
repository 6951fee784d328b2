package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;

/** The lots that come out of a transformation: what they are, from what their inputs are. */
final class TransformedLots {
    private static final String LOT_NUMBER_INVALID = "LOT_NUMBER_INVALID";
    private static final String LOT_ON_HOLD = "LOT_ON_HOLD";

    private final LotMaster lots;
    private final LotNumbering numbering;
    private final LotCorrections corrections;
    private final LotUsability usability;

    TransformedLots(LotMaster lots, LotNumbering numbering, LotCorrections corrections, LotUsability usability) {
        this.lots = lots;
        this.numbering = numbering;
        this.corrections = corrections;
        this.usability = usability;
    }

    /**
     * @param goods the lot of each output, in their order
     * @param changes the registrations of the lots, for the event
     */
    record Registered(Map<TransformLots.Made, LotKey> goods, List<LotChange> changes) {}

    /** What is known of a new lot, from what would be known of it if nothing had changed but its number. */
    interface Becoming {
        /** Nothing has. */
        Becoming AS_BEFORE = new Becoming() {
            @Override
            public Lot lot(Lot before) {
                return before;
            }

            @Override
            public List<KeyDatum> attributes(List<KeyDatum> known) {
                return known;
            }
        };

        Lot lot(Lot before);

        List<KeyDatum> attributes(List<KeyDatum> known);
    }

    /** Registers the lots, each once; incomplete after a finding. */
    Registered register(
            List<Goods> goods,
            List<TransformLots.Made> outputs,
            Site site,
            EventContext context,
            Becoming becoming,
            Findings findings) {
        List<Lot> inputs = Goods.lotsOf(goods);
        List<KeyDatum> attributes = becoming.attributes(commonAttributes(inputs));
        Registered registered = new Registered(new LinkedHashMap<>(), new ArrayList<>());
        for (TransformLots.Made made : outputs) {
            Optional<LotKey> key = made.output()
                    .lotNumber()
                    .or(() -> next(made, site, context, findings))
                    .map(number -> new LotKey(site.company(), made.item(), number));
            key.filter(lot -> registered.goods().containsValue(lot)
                            || getsMore(lot, inputs, made, findings)
                            || isRegistered(
                                    becoming.lot(made(lot, inputs)), attributes, made, site, registered, findings))
                    .ifPresent(lot -> registered.goods().put(made, lot));
        }
        return registered;
    }

    /** A report says the number that is on the goods, also when it is that of a lot that is there; no lot is its own ingredient. */
    private boolean getsMore(LotKey lot, List<Lot> inputs, TransformLots.Made made, Findings findings) {
        boolean getsMore = findings.isReport()
                && inputs.stream().noneMatch(input -> input.key().equals(lot))
                && lots.find(lot).isPresent();
        if (getsMore) {
            findings.breach(
                    new Violation(
                            OutputChecks.inUse(lot).code(),
                            made.path().then("lotNumber"),
                            "lot " + lot + " was there before and gets more: check the number on the goods"),
                    lot);
        }
        return getsMore;
    }

    private boolean isRegistered(
            Lot lot,
            List<KeyDatum> attributes,
            TransformLots.Made made,
            Site site,
            Registered registered,
            Findings findings) {
        Outcome<Lot> outcome = lots.registerAsFound(List.of(lot)).get(lot);
        if (outcome instanceof Outcome.Done<Lot> done) {
            registered
                    .changes()
                    .add(LotChange.registered(
                            done.value(),
                            made.output().lotNumber().isPresent() ? attributes : numbered(attributes, site)));
            return true;
        }
        if (outcome.violations().isEmpty()) {
            findings.add(
                    OutputChecks.inUse(lot.key()).code(),
                    made.path().then("lotNumber"),
                    "lot " + lot.key() + " exists: give the output another number");
        } else {
            findings.addAll(outcome.violations(), made.path().then("lotNumber"));
        }
        return false;
    }

    private static List<KeyDatum> numbered(List<KeyDatum> attributes, Site site) {
        return Stream.concat(
                        attributes.stream(),
                        Stream.of(KeyDataElement.NUMBER_TEMPLATE.is(new KeyDataValue.Text(site.lotNumberTemplate()))))
                .toList();
    }

    /** As old as the oldest of its inputs, whatever the others are. */
    private static Lot made(LotKey key, List<Lot> inputs) {
        return new Lot(
                key,
                earliest(inputs, Lot::productionDate),
                earliest(inputs, Lot::expiry),
                common(inputs, Lot::supplierLotNumber),
                common(inputs, Lot::madeAt));
    }

    private static Optional<LocalDate> earliest(List<Lot> inputs, Function<Lot, Optional<LocalDate>> date) {
        return inputs.stream().map(date).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static <T> Optional<T> common(List<Lot> inputs, Function<Lot, Optional<T>> value) {
        List<Optional<T>> values = inputs.stream().map(value).distinct().toList();
        return values.size() == 1 ? values.get(0) : Optional.empty();
    }

    private List<KeyDatum> commonAttributes(List<Lot> inputs) {
        List<LotKey> keys = inputs.stream().map(Lot::key).toList();
        Map<LotKey, List<KeyDatum>> known = corrections.attributes(keys);
        return keys.stream()
                .map(key -> known.getOrDefault(key, List.of()))
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .orElse(List.of())
                .stream()
                .filter(datum -> !datum.name().equals(KeyDataElement.NUMBER_TEMPLATE.word()))
                .toList();
    }

    /** Passes over numbers that were given by hand before. */
    private Optional<LotNumber> next(TransformLots.Made made, Site site, EventContext context, Findings findings) {
        ItemNumber item = made.item();
        try {
            LotNumber number;
            do {
                number = numbering.next(site, item, context.effective(), context.line(), context.shift());
            } while (lots.find(new LotKey(site.company(), item, number)).isPresent());
            return Optional.of(number);
        } catch (InvalidIdentifierException e) {
            findings.add(
                    LOT_NUMBER_INVALID,
                    made.path().then("lotNumber"),
                    "the template of site " + site.id() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A hold of goods at a place goes along with them: as a lot of its own they are held wherever they are. */
    List<DispositionChange> inherited(List<Goods> goods, Collection<LotKey> outputs, LocalDate day) {
        List<LotKey> inputs = Goods.lotsOf(goods).stream().map(Lot::key).toList();
        Optional<String> heldThere = heldThere(goods, day);
        return outputs.stream()
                .flatMap(output -> {
                    List<DispositionChange> changes = usability.inherited(output, inputs);
                    boolean isHeld = changes.stream().anyMatch(change -> change.disposition() == Disposition.ON_HOLD);
                    return isHeld
                            ? changes.stream()
                            : Stream.concat(
                                    heldThere.stream()
                                            .map(reason -> new DispositionChange(output, Disposition.ON_HOLD, reason)),
                                    changes.stream());
                })
                .toList();
    }

    private Optional<String> heldThere(List<Goods> goods, LocalDate day) {
        Map<LotKey, Usability> answers =
                usability.usabilityOf(Goods.lotsOf(goods), Purpose.PRODUCTION, Optional.empty(), day);
        String held = goods.stream()
                .filter(line -> answers.get(line.lot().key()).at(line.position()).reasons().stream()
                        .anyMatch(reason -> reason.code().equals(LOT_ON_HOLD)))
                .map(line -> "lot " + line.lot().key() + " at " + line.position())
                .distinct()
                .limit(10)
                .collect(Collectors.joining(", "));
        return Optional.of(held).filter(text -> !text.isEmpty()).map(text -> "made from held goods of " + text);
    }
}
