package org.lottrace.edi.warehouse.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.warehouse.internal.ReadReport.Goods;

/** Reads the segments of a 944, 945 or 846. */
final class ReportReader {
    static final Set<String> LOT = Set.of("LT", "LV", "BT", "LS");
    /** N101: who got the goods, and who ordered or pays for them. */
    static final String SHIP_TO = "ST";

    private static final Set<String> BUYERS = Set.of("BY", "BT");

    /** W01 and W04 name the item in two pairs, up to their seventh element, and no lot. */
    static final int NO_LOT = 0;

    private static final String PALLET = "GM";
    private static final String DAMAGED = "01";
    /** QTY01: on hand; it counts before what is available of it. */
    private static final String ON_HAND = "17";

    private static final String AVAILABLE = "33";
    /** QTY01: unusable, in the same unit as what is on hand, and not in that. */
    private static final String UNUSABLE = "20";

    private ReportReader() {}

    /** X12 944. */
    static ReadReport receipt(List<SetSegment> segments) {
        ReadReport report = new ReadReport();
        Optional<Goods> current = Optional.empty();
        for (SetSegment segment : segments) {
            switch (segment.tag()) {
                case "W17" -> {
                    report.beginning = "W17";
                    report.number = segment.element(3);
                    report.about = segment.element(4).isEmpty() ? segment.element(5) : segment.element(4);
                    report.date = segment.element(2);
                    report.time = segment.element(7);
                }
                case "W07" -> current = Optional.of(goods(report, segment, 1, 2, 3, 4, 8));
                case "W13" -> damage(report, current, segment);
                case "N9" -> lot(report, current, segment);
                case "MAN" -> unit(report, current, segment);
                case "W14" -> {} // the sum of the lines
                default -> report.takeCommon(segment);
            }
        }
        return report;
    }

    /** X12 945. */
    static ReadReport advice(List<SetSegment> segments) {
        ReadReport report = new ReadReport();
        Optional<Goods> current = Optional.empty();
        String lot = "";
        String sscc = "";
        for (SetSegment segment : segments) {
            switch (segment.tag()) {
                case "W06" -> {
                    report.beginning = "W06";
                    report.number = segment.element(4);
                    report.about = segment.element(2);
                    report.date = segment.element(3);
                }
                case "G62" -> {
                    if (segment.element(1).equals("11")) {
                        report.date = segment.element(2);
                        report.time = segment.element(4);
                    }
                }
                case "LX" -> {
                    current = Optional.empty();
                    lot = "";
                    sscc = "";
                }
                case "W12" -> {
                    Goods goods = goods(report, segment, 3, 5, 6, 7, 9);
                    goods.lot = goods.lot.isEmpty() ? lot : goods.lot;
                    goods.sscc = sscc;
                    current = Optional.of(goods);
                }
                case "N9" -> {
                    if (current.isEmpty() && LOT.contains(segment.element(1))) {
                        lot = segment.element(2);
                    } else {
                        lot(report, current, segment);
                    }
                }
                case "MAN" -> {
                    if (current.isEmpty() && segment.element(1).equals(PALLET)) {
                        sscc = segment.element(2);
                    } else {
                        unit(report, current, segment);
                    }
                }
                case "W03" -> {} // the sum of the lines
                case "N1" -> {
                    if (segment.element(1).equals(SHIP_TO)) {
                        report.receivers.add(segment.element(4));
                    } else if (BUYERS.contains(segment.element(1))) {
                        report.buyers.add(segment.element(4));
                    }
                    report.takeCommon(segment);
                }
                default -> report.takeCommon(segment);
            }
        }
        return report;
    }

    /** X12 846. */
    static ReadReport inventory(List<SetSegment> segments) {
        ReadReport report = new ReadReport();
        Optional<Goods> current = Optional.empty();
        for (SetSegment segment : segments) {
            switch (segment.tag()) {
                case "BIA" -> {
                    report.beginning = "BIA";
                    report.number = segment.element(3);
                    report.date = segment.element(4);
                    report.time = segment.element(5);
                }
                case "LIN" -> {
                    Goods goods = new Goods(segment);
                    for (int element = 2; element < segment.size(); element += 2) {
                        goods.name(segment.element(element), segment.element(element + 1));
                    }
                    goods.lot = ReadGoods.LOTS.stream()
                            .sorted(Comparator.reverseOrder())
                            .map(qualifier -> goods.named.getOrDefault(qualifier, ""))
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse("");
                    report.goods.add(goods);
                    current = Optional.of(goods);
                }
                case "QTY" -> quantity(report, current, segment);
                case "REF" -> lot(report, current, segment);
                case "MAN" -> unit(report, current, segment);
                case "CTT" -> {} // how many lines there are
                default -> report.takeCommon(segment);
            }
        }
        return report;
    }

    /** The numbers say in which element what stands. */
    static Goods goods(ReadReport report, SetSegment segment, int amount, int unit, int upc, int firstPair, int lot) {
        Goods goods = new Goods(segment);
        goods.amount = segment.element(amount);
        goods.unit = segment.element(unit);
        goods.lot = lot == NO_LOT ? "" : segment.element(lot);
        goods.name("UP", segment.element(upc));
        int last = lot == NO_LOT ? firstPair + 3 : lot - 1;
        for (int element = firstPair; element + 1 <= last; element += 2) {
            goods.name(segment.element(element), segment.element(element + 1));
        }
        report.goods.add(goods);
        return goods;
    }

    static void lot(ReadReport report, Optional<Goods> current, SetSegment segment) {
        if (!LOT.contains(segment.element(1))) {
            report.unused.add(segment.tag() + "*" + segment.element(1));
        } else if (current.isEmpty()) {
            report.unread(segment, "this lot belongs to no goods: put it behind the segment with their quantity");
        } else if (!current.get().lot.isEmpty() && !current.get().lot.equals(segment.element(2))) {
            report.unread(segment, "these goods have two lots: send each lot with a quantity of its own");
        } else {
            current.get().lot = segment.element(2);
        }
    }

    static void unit(ReadReport report, Optional<Goods> current, SetSegment segment) {
        if (!segment.element(1).equals(PALLET)) {
            report.unused.add("MAN*" + segment.element(1));
        } else if (current.isEmpty() || !current.get().sscc.isEmpty()) {
            report.unread(
                    segment, "this SSCC belongs to no goods, or to goods that have one: send the goods of each alone");
        } else {
            current.get().sscc = segment.element(2);
        }
    }

    private static void damage(ReadReport report, Optional<Goods> current, SetSegment segment) {
        if (!segment.element(3).equals(DAMAGED)) {
            report.unused.add("W13*" + segment.element(3));
        } else if (current.isEmpty()
                || !current.get().unit.equals(segment.element(2))
                || !current.get().damaged.isEmpty()) {
            report.unread(segment, "say once how much of the goods is damaged, in the unit of W07");
        } else {
            current.get().damaged = segment.element(1);
        }
    }

    private static void quantity(ReadReport report, Optional<Goods> current, SetSegment segment) {
        String what = segment.element(1);
        if (current.isEmpty()) {
            report.unread(segment, "this quantity belongs to no goods: put it behind their LIN");
            return;
        }
        Goods goods = current.get();
        boolean isOther = !goods.unit.isEmpty() && !goods.unit.equals(segment.component(3, 1));
        if (what.equals(UNUSABLE) && !isOther && goods.damaged.isEmpty()) {
            goods.damaged = segment.element(2);
            goods.unit = segment.component(3, 1);
        } else if (what.equals(ON_HAND) && !isOther && !goods.isOnHand) {
            goods.amount = segment.element(2);
            goods.unit = segment.component(3, 1);
            goods.isOnHand = true;
        } else if (what.equals(AVAILABLE) && goods.amount.isEmpty() && !isOther) {
            goods.amount = segment.element(2);
            goods.unit = segment.component(3, 1);
        } else if (!what.equals(AVAILABLE) || !goods.isOnHand) {
            report.unread(
                    segment,
                    "of QTY only 17 (on hand), 33 (available) and 20 (unusable) are read, each once, in one unit");
        }
    }
}
