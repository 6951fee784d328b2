package org.lottrace.edi.asn856.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.SetLevels.Node;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Nameless;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;

/**
 * What identifies goods, or dates them, and is not read by the binding of the partner: counted by level and name, so that
 * whoever keeps the binding sees what it leaves out.
 */
final class NotUsed {
    private static final Set<String> STRUCTURE = Set.of("UNH", "UNT", "CPS", "PCI");
    private static final String SHIPMENT = "S";
    /** Each of them is accounted for by {@link UnreadFacts}. */
    private static final Set<String> LOTS = Set.of("LT", "B8");

    private static final Set<String> LOT_REFERENCES = Set.of("LT", "BT", "LS");

    private static final int MOST_NAMES = 40;

    private final BoundPaths paths;
    private final PartnerSwitches partner;
    private final AboveTheLines above;
    private final boolean isEdifact;
    /** By level, then name. */
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();

    private final Optional<LocalDate> shipDate;

    private NotUsed(BoundPaths paths, PartnerSwitches partner, boolean isEdifact, Optional<LocalDate> shipDate) {
        this.shipDate = shipDate;
        this.isEdifact = isEdifact;
        this.paths = paths;
        this.above = new AboveTheLines(paths);
        this.partner = partner;
    }

    /**
     * @param shipDate of the notice; absent when it became none
     * @return one note, or none when all was read
     */
    static List<Violation> of(SetLevels set, BoundPaths paths, PartnerSwitches partner, Optional<LocalDate> shipDate) {
        NotUsed account = new NotUsed(paths, partner, set.isEdifact(), shipDate);
        if (!set.isEdifact()) {
            account.countHeading(set.heading());
            set.nodes().stream()
                    .filter(node -> !node.code().equals(SHIPMENT) && isEmpty(node))
                    .forEach(node -> account.add(level(node), "HL"));
        }
        set.nodes().forEach(node -> account.count(set, node));
        if (account.counts.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> counts = account.counts();
        String names = counts.entrySet().stream()
                .limit(MOST_NAMES)
                .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " " + entry.getValue() + " times" : ""))
                .collect(Collectors.joining(", "));
        int more = counts.size() - MOST_NAMES;
        return List.of(new Violation(
                "NOT_USED",
                ViolationPath.WHOLE,
                "the binding does not read: " + names + (more > 0 ? ", and " + more + " other names" : "")));
    }

    /** A level without goods in it or below it is no part of the notice, whatever else it says. */
    private static boolean isEmpty(Node node) {
        return node.first("SN1").isEmpty() && areEmpty(node.children());
    }

    private static boolean areEmpty(List<Node> nodes) {
        for (Node node : nodes) {
            if (!isEmpty(node)) {
                return false;
            }
        }
        return true;
    }

    private void countHeading(List<SetSegment> heading) {
        heading.stream()
                .filter(segment -> segment.is("DTM")
                        && paths.elements(ShipNoticeMessage.class, SegmentNames.of(segment))
                                .isEmpty()
                        && !isShipDate(segment))
                .forEach(segment -> add("heading", SegmentNames.of(segment)));
    }

    private void add(String level, String name) {
        counts.computeIfAbsent(level, none -> new HashMap<>()).merge(name, 1, Integer::sum);
    }

    /** @return by the name with its level before it */
    private Map<String, Integer> counts() {
        Map<String, Integer> byName = new TreeMap<>();
        counts.forEach((level, names) -> names.forEach((name, count) -> byName.put(level + "/" + name, count)));
        return byName;
    }

    private static String level(Node node) {
        LevelKind kind = LevelKind.of(node.code());
        return kind == LevelKind.LEVEL ? "level " + node.code() : kind.name();
    }

    private void count(SetLevels set, Node node) {
        LevelKind kind = LevelKind.of(node.code());
        String level = level(node);
        Class<? extends Level> type = kind == LevelKind.LEVEL ? Nameless.class : kind.type();
        Set<SetSegment> readable = isEdifact ? node.readableSet() : Set.of();
        BoundSegments bound = paths.in(type);
        KeyDataTaken taken = KeyDataTaken.of(set, node, partner);
        List<SetSegment> segments = node.segments();
        for (int i = 0; i < segments.size(); i++) {
            SetSegment segment = segments.get(i);
            if (isEdifact) {
                countOfEdifact(node, readable, type, level, segment, taken);
                continue;
            }
            switch (segment.tag()) {
                case "LIN" -> countPairs(level, bound.of(segment), segment, node, taken);
                case "SN1", "MAN", "DTM", "YNQ", "SLN", "CLD", "REF" -> {
                    if (isUnread(bound, node, i) && !taken.has(segment) && !isNamedElsewhere(segment)) {
                        add(level, SegmentNames.of(segment));
                    }
                }
                case "MEA", "TD1", "TD3", "TD5", "PO4" -> {
                    for (String element : taken.unread(segment, bound)) {
                        add(level, element);
                    }
                }
                default -> {
                    // describes what nobody misses
                }
            }
        }
    }

    /** @param index of a segment of the level */
    private boolean isUnread(BoundSegments bound, Node node, int index) {
        SetSegment segment = node.segments().get(index);
        return bound.of(segment).isEmpty() || isReplaced(node.segments(), index) || isAbove(node, segment);
    }

    /** Or is used although no binding reads it. */
    private boolean isNamedElsewhere(SetSegment segment) {
        return segment.is("DTM") && isShipDate(segment)
                || segment.is("REF")
                        && (LOT_REFERENCES.contains(segment.component(1, 1)) || !KeyDataReading.isOfLevel(segment));
    }

    /** The dates of a line are those of its own level alone; above it a date may be repeated. */
    private static boolean isAbove(Node node, SetSegment date) {
        return date.is("DTM") && !node.code().equals(SHIPMENT) && !isLine(node) && !isRepeated(node, date);
    }

    private static boolean isLine(Node node) {
        return node.first("SN1").isPresent() && areEmpty(node.children());
    }

    private static boolean isRepeated(Node node, SetSegment date) {
        return isAllBelow(
                node,
                child -> child.segments().stream()
                                .anyMatch(segment ->
                                        segment.is("DTM") && segment.elements().equals(date.elements()))
                        || isRepeated(child, date));
    }

    /** @return whether goods stand right below, and each level with goods there is such a one */
    private static boolean isAllBelow(Node node, Predicate<Node> such) {
        boolean any = false;
        for (Node child : node.children()) {
            if (!isEmpty(child)) {
                if (!such.test(child)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** The last of several counts, and the others say something else. */
    private static boolean isReplaced(List<SetSegment> segments, int index) {
        SetSegment segment = segments.get(index);
        SetSegment last = segment;
        for (int i = index + 1; i < segments.size(); i++) {
            if (SegmentNames.areAlike(segment, segments.get(i))) {
                last = segments.get(i);
            }
        }
        return last != segment && !last.elements().equals(segment.elements());
    }

    /** Whatever is read of no level is named, but what only builds the tree. */
    private void countOfEdifact(
            Node node,
            Set<SetSegment> readable,
            Class<? extends Level> type,
            String level,
            SetSegment segment,
            KeyDataTaken taken) {
        String name = SegmentNames.of(segment);
        String group = readable.contains(segment) ? level : segment.loop();
        boolean isOfMessage = kindOfMessage(type, name) || segment.is("DTM") && isShipDate(segment);
        boolean isParty = segment.is("NAD") && segment.loop().equals("PARTY");
        if (STRUCTURE.contains(segment.tag()) || isOfMessage || isParty) {
            return;
        }
        Set<String> read = readable.contains(segment) ? paths.elements(type, name) : Set.of();
        if (segment.is("LIN") || segment.is("PIA")) {
            for (int i : SegmentNames.products(segment.tag())) {
                String product = segment.tag() + "_" + segment.component(i, 2);
                boolean isRead = read.contains(product) || read.contains(SegmentNames.component(segment.tag(), i, 1));
                if (!segment.component(i, 1).isEmpty()
                        && !taken.has(segment, i)
                        && (!isRead || above.losesNumber(node, segment, i))) {
                    add(group, product);
                }
            }
        } else if (!taken.has(segment) && (read.isEmpty() || above.losesDate(node, segment))) {
            add(group, name);
        }
    }

    private boolean kindOfMessage(Class<? extends Level> type, String name) {
        return type == Shipment.class
                && !paths.elements(ShipNoticeMessage.class, name).isEmpty();
    }

    /** Another date than that of the notice is not used, whatever its qualifier. */
    private boolean isShipDate(SetSegment dtm) {
        String date = isEdifact ? Normal.of(dtm).component(1, 2) : dtm.element(2);
        return partner.shipDates().contains(dtm.component(1, 1))
                && (shipDate.isEmpty() || !Texts.isDate(date) || shipDate.get().equals(Texts.date(date)));
    }

    /** A pair is read by its qualifier or by its place. */
    private void countPairs(String level, BoundElements read, SetSegment lin, Node node, KeyDataTaken taken) {
        boolean isOverridden = isOverridden(node);
        for (int i = SegmentNames.FIRST_PAIR; i < lin.size(); i += 2) {
            String qualifier = lin.element(i);
            if (!qualifier.isEmpty()
                    && !taken.has(lin, i + 1)
                    && (!isRead(read, lin, i)
                            || isOverridden && !LOTS.contains(qualifier) && !isRepeated(node, lin, i))) {
                add(level, "LIN_" + qualifier);
            }
        }
    }

    private static boolean isRead(BoundElements read, SetSegment lin, int pair) {
        return read.pair(lin.element(pair)) != null && !isReplaced(lin, pair) || read.name(pair + 1) != null;
    }

    /** A line takes its item from the nearest level that names one. */
    private boolean isOverridden(Node node) {
        return isAllBelow(node, child -> namesItem(child) || isOverridden(child));
    }

    private boolean namesItem(Node node) {
        LevelKind kind = LevelKind.of(node.code());
        Class<? extends Level> type = kind == LevelKind.LEVEL ? Nameless.class : kind.type();
        return node.first("LIN")
                .filter(lin -> {
                    BoundElements read = paths.in(type).of(lin);
                    for (int i = SegmentNames.FIRST_PAIR; i < lin.size(); i += 2) {
                        if (!lin.element(i + 1).isEmpty() && !LOTS.contains(lin.element(i)) && isRead(read, lin, i)) {
                            return true;
                        }
                    }
                    return false;
                })
                .isPresent();
    }

    /** Some partners say the number of an item on its pallet, too. */
    private static boolean isRepeated(Node node, SetSegment lin, int pair) {
        return node.children().stream()
                .anyMatch(child -> child.first("LIN")
                                .filter(below -> below.elements().contains(lin.element(pair + 1)))
                                .isPresent()
                        || isRepeated(child, lin, pair));
    }

    /** Of a qualifier that stands there twice the last number counts. */
    private static boolean isReplaced(SetSegment lin, int pair) {
        String last = lin.element(pair + 1);
        for (int i = pair; i < lin.size(); i += 2) {
            if (lin.element(i).equals(lin.element(pair))) {
                last = lin.element(i + 1);
            }
        }
        return !last.equals(lin.element(pair + 1));
    }
}
