package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Amount;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Contested;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Goods;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/**
 * Reads a RECADV into the same advice as an 861: one line of goods for each LIN, or for each PCI of it that has a quantity of its own.
 *
 * <p>Source: EDIFACT D.96A and D.01B, RECADV; data elements 6063 (46, 48, 194 received; 195, 196 not accepted; 124 damaged), 4221 (AC over,
 * AE without notice, AF damaged, CP and SS short), 1153 (AAK despatch advice, DQ delivery note).
 */
final class ReceivingMessage {
    private static final List<String> SHIPMENT = List.of("AAK", "DQ");
    private static final List<String> RECEIVED = List.of("48", "46", "194");
    /** Qualifiers of products as an 861 has them. */
    private static final Map<String, String> NAMES =
            Map.of("SRV", "UK", "EN", "EN", "UP", "UP", "SA", "VN", "IN", "IN", "BP", "IN", "NB", "LT");

    private static final Set<String> USED = Set.of(
            "UNH", "BGM", "DTM", "RFF", "NAD", "CPS", "LIN", "PIA", "QTY", "QVR", "GIN", "PCI", "PAC", "CNT", "UNT");
    /** Those that are read, are repeated from the notice, or are dates of the advice itself. */
    private static final Map<String, Set<String>> QUALIFIERS = Map.of(
            "DTM", Set.of("137", "50", "171"),
            "RFF", Set.of("AAK", "DQ", "ON", "BT", "LT"),
            "QTY", Set.of("46", "48", "194", "195", "196", "124", "12"));

    private static final Set<String> LOT_REFERENCES = Set.of("BT", "LT");

    private final SetLevels levels;
    private final List<Goods> goods = new ArrayList<>();
    private final List<UnreadPart> unread = new ArrayList<>();
    private final Set<String> unused = new TreeSet<>();

    private ReceivingMessage(SetLevels levels) {
        this.levels = levels;
    }

    static CustomerAdvice read(List<SetSegment> segments) {
        return new ReceivingMessage(SetLevels.of(segments)).read();
    }

    private CustomerAdvice read() {
        SetSegment bgm = levels.segments().stream()
                .filter(segment -> segment.is("BGM"))
                .findFirst()
                .orElseThrow();
        levels.nodes().stream().filter(node -> node.code().equals("I")).forEach(this::item);
        levels.segments().stream()
                .map(SetSegment::tag)
                .filter(tag -> !USED.contains(tag))
                .forEach(unused::add);
        levels.segments().stream()
                .filter(segment -> QUALIFIERS.containsKey(segment.tag()))
                .filter(segment -> !QUALIFIERS.get(segment.tag()).contains(segment.component(1, 1)))
                .map(SegmentNames::of)
                .forEach(unused::add);
        unread.sort(Comparator.comparingInt(UnreadPart::segment));
        String purpose = bgm.element(3);
        return new CustomerAdvice(
                bgm.component(2, 1),
                NoticePurpose.fromEdifact(purpose.isEmpty() ? null : purpose),
                SHIPMENT.stream()
                        .map(this::references)
                        .filter(numbers -> !numbers.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                goods,
                unread,
                unused);
    }

    private List<String> references(String qualifier) {
        return levels.segments().stream()
                .filter(segment -> segment.is("RFF") && segment.component(1, 1).equals(qualifier))
                .map(segment -> segment.component(1, 2))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    private void item(Node item) {
        List<Node> batches = new ArrayList<>();
        for (Node child : item.children()) {
            if (child.code().equals("ZZ")) {
                batches.add(child);
            } else {
                SetSegment lin = child.segments().get(0);
                unread.add(new UnreadPart(
                        lin.position(),
                        "LIN",
                        4,
                        lin.element(1),
                        "a line below another one is not read: say each lot in a LIN of its own"));
            }
        }
        Map<String, String> names = names(item);
        if (batches.isEmpty()) {
            goods.add(goods(item, item, names));
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Node batch : batches) {
            Map<String, String> ofBatch = new HashMap<>(names);
            ofBatch.putAll(names(batch));
            Goods one = goods(item, batch, ofBatch);
            goods.add(one);
            sum = sum.add(one.received().map(Amount::amount).orElse(BigDecimal.ZERO));
        }
        total(item, sum);
    }

    /** Of a line with batches the quantity repeats their sum, or it would be lost. */
    private void total(Node item, BigDecimal sum) {
        item.readable().stream()
                .filter(segment -> segment.is("QTY") && RECEIVED.contains(segment.component(1, 1)))
                .filter(segment -> Texts.amount(segment.component(1, 2))
                        .filter(amount -> amount.compareTo(sum) == 0)
                        .isEmpty())
                .forEach(segment -> unread.add(new UnreadPart(
                        segment.position(),
                        "QTY",
                        1,
                        segment.component(1, 2),
                        "the quantities of the lots below sum up to " + sum.toPlainString() + ": correct them")));
    }

    private Goods goods(Node item, Node node, Map<String, String> names) {
        List<Contested> contested = new ArrayList<>();
        Set<String> quantities = new HashSet<>();
        for (SetSegment segment : node.readable()) {
            String qualifier = segment.component(1, 1);
            if (segment.is("QTY") && RECEIVED.contains(qualifier) && !quantities.add(qualifier)) {
                unread.add(new UnreadPart(
                        segment.position(),
                        "QTY",
                        1,
                        segment.component(1, 2),
                        "a second quantity of the line would be lost: send one QTY " + qualifier + " for each lot"));
            } else if (segment.is("QTY")) {
                ReceivingCodes.ofQuantity(segment.component(1, 1))
                        .flatMap(condition -> amount(segment, 1).map(amount -> new Contested(condition, amount)))
                        .ifPresent(one -> CustomerAdvice.add(contested, one));
            } else if (segment.is("QVR")) {
                variance(segment, node).ifPresent(one -> CustomerAdvice.add(contested, one));
            }
        }
        SetSegment first = node.segments().get(0);
        return new Goods(
                first.position(),
                item.segments().get(0).element(1),
                names.getOrDefault("LT", ""),
                names,
                received(node, contested),
                contested);
    }

    /** 48 and 46 are all that came; 194 is what was accepted of it, so what was not is added. */
    private Optional<Amount> received(Node node, List<Contested> contested) {
        for (String qualifier : RECEIVED) {
            Optional<Amount> amount = node.readable().stream()
                    .filter(segment ->
                            segment.is("QTY") && segment.component(1, 1).equals(qualifier))
                    .findFirst()
                    .flatMap(segment -> amount(segment, 1));
            if (amount.isPresent() && qualifier.equals("194")) {
                Amount accepted = amount.get();
                return Optional.of(contested.stream()
                        .filter(one -> one.condition() == ReceivingCondition.REJECTED
                                && one.amount().unit().equals(accepted.unit()))
                        .map(Contested::amount)
                        .reduce(accepted, Amount::plus));
            }
            if (amount.isPresent()) {
                return amount;
            }
        }
        return Optional.empty();
    }

    /** A variance names no unit: it is that of the quantity beside it. */
    private Optional<Contested> variance(SetSegment qvr, Node node) {
        String unit = node.readable().stream()
                .filter(segment -> segment.is("QTY"))
                .findFirst()
                .map(segment -> unit(segment.component(1, 3)))
                .orElse(unit(""));
        ReceivingCondition condition = ReceivingCodes.ofVariance(qvr.element(2));
        return Texts.amount(qvr.component(1, 1).replace(',', '.'))
                .filter(amount -> amount.signum() != 0)
                .map(amount -> new Contested(condition, new Amount(amount.abs(), unit)));
    }

    private Optional<Amount> amount(SetSegment qty, int element) {
        Optional<Amount> amount = Texts.amount(qty.component(element, 2))
                .map(number -> new Amount(number, unit(qty.component(element, 3))));
        if (amount.isEmpty()) {
            unread.add(new UnreadPart(
                    qty.position(), "QTY", element, qty.component(element, 2), "this is no quantity: correct it"));
        }
        return amount;
    }

    /** The rules of the 861 compare in its codes; one that has none there is said not to be known. */
    private static String unit(String code) {
        return UnitCodes.fromEdifact(code).flatMap(UnitCodes::toX12).orElse(code);
    }

    private Map<String, String> names(Node node) {
        Map<String, String> names = new HashMap<>();
        for (SetSegment segment : node.readable()) {
            for (int i : SegmentNames.products(segment.tag())) {
                String name = NAMES.get(segment.component(i, 2));
                if (name != null && !segment.component(i, 1).isEmpty()) {
                    put(names, name, segment.component(i, 1), segment, i);
                }
            }
            if (segment.is("GIN") && segment.element(1).equals("BX")) {
                LogisticUnits.identities(segment).forEach(lot -> put(names, "LT", lot, segment, 2));
            } else if (segment.is("RFF") && LOT_REFERENCES.contains(segment.component(1, 1))) {
                put(names, "LT", segment.component(1, 2), segment, 1);
            }
        }
        return names;
    }

    /** The first of a kind counts; a second lot would be lost. */
    private void put(Map<String, String> names, String name, String value, SetSegment segment, int element) {
        String before = names.putIfAbsent(name, value);
        if (name.equals("LT") && before != null && !before.equals(value)) {
            unread.add(new UnreadPart(
                    segment.position(),
                    segment.tag(),
                    element,
                    value,
                    "a second lot of the line would be lost: send one LIN, or one PCI with its QTY, for each lot"));
        }
    }
}
