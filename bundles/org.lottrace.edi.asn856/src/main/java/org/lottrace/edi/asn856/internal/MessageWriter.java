package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.edi.asn856.internal.wire.Batch;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Order;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

/**
 * Makes a message of a shipment, with the levels that its customer wants: a tare for lines with one, a pack, an item, and a batch for each
 * lot. A pack without a logistic unit has no MAN. Lines that follow one another in the same order, tare and pack share these levels, so
 * the order of the lines is kept; where lots have levels of their own, those of one item in one unit stand together.
 */
final class MessageWriter {
    private static final String SCAC = "2";
    private static final String GROSS = "G";
    private static final String KILOGRAM = "KG";
    private static final String TRAILER = "TL";

    /** X12 data elements 387, 80, 207 and 225. */
    private static final int LONGEST_ROUTING = 35;

    private static final int MOST_DIGITS = 7;
    private static final int LONGEST_VEHICLE = 10;
    private static final int LONGEST_SEAL = 15;

    private final ToldShipment told;
    private final PartnerSwitches agreed;
    private final WrittenLevels levels;
    private final GoodsTexts goods;
    private final Shipment shipment = new Shipment();
    /** Of the lots of one item in one unit, where lots have levels of their own. */
    private final Map<List<Object>, BigDecimal> sums = new HashMap<>();

    private int levelCount;

    private MessageWriter(ToldShipment told, PartnerSwitches agreed) {
        this.told = told;
        this.agreed = agreed;
        this.levels = agreed.levels();
        this.goods = new GoodsTexts(agreed.isLongGtin(), agreed.isNdc(), agreed.tlcSource());
    }

    /**
     * Names beside the numbers, for people at the receiver.
     *
     * @param shipFrom name of the place it leaves
     * @param shipTo name of the receiver
     */
    record Names(String shipFrom, String shipTo) {}

    /**
     * A notice of which nothing else is known, with a tare for lines that have one.
     *
     * @throws IllegalArgumentException if a unit has no X12 code
     */
    static ShipNoticeMessage write(ShipNotice notice, Names names) {
        Properties tares = new Properties();
        tares.setProperty("sscc.level", "TARE");
        Addressed shipTo = Addressed.named(names.shipTo(), notice.shipTo(), notice.shipToId());
        ToldShipment told = new ToldShipment(
                notice,
                Addressed.named(names.shipFrom(), notice.shipFrom(), ""),
                shipTo,
                Addressed.named("", Optional.empty(), ""),
                Optional.empty(),
                Freight.NONE,
                Map.of());
        return write(told, PartnerSwitches.of(tares));
    }

    /**
     * @param agreed with the customer
     * @throws IllegalArgumentException if a unit has no X12 code
     */
    static ShipNoticeMessage write(ToldShipment told, PartnerSwitches agreed) {
        return new MessageWriter(told, agreed).write();
    }

    private ShipNoticeMessage write() {
        ShipNotice notice = told.notice();
        number(shipment, Optional.empty(), "S");
        shipment.shipDate = Texts.of(notice.shipDate());
        freight(notice);
        agreed.parties().stream()
                .map(role -> PartyTexts.of(role, told.party(role)))
                .filter(PartyTexts::saysSomething)
                .forEach(shipment.parties::add);
        lines();
        ShipNoticeMessage message = new ShipNoticeMessage();
        message.purpose = "00";
        message.number = notice.id().number();
        message.date = Texts.of(notice.created().toLocalDate());
        message.time = notice.created().format(DateTimeFormatter.ofPattern("HHmmss"));
        message.structure = levels.structure();
        message.shipment = shipment;
        message.levelCount = levelCount;
        return message;
    }

    private void freight(ShipNotice notice) {
        Freight freight = told.freight();
        shipment.billOfLading = Texts.orNull(notice.billOfLading());
        if (!notice.carrier().isEmpty()) {
            shipment.carrierQualifier = SCAC;
            shipment.carrier = notice.carrier();
        }
        shipment.routing =
                told.carrier().map(words -> Room.cut(words, LONGEST_ROUTING)).orElse(null);
        shipment.packageCount = Room.count(freight.packages(), MOST_DIGITS);
        shipment.grossWeight = Room.weight(freight.grossWeight());
        if (shipment.grossWeight != null) {
            shipment.grossWeightQualifier = GROSS;
            shipment.grossWeightUnit = KILOGRAM;
        }
        shipment.equipment = vehicle(freight.vehicle());
        shipment.equipmentKind = shipment.equipment == null ? null : TRAILER;
        shipment.seal = Room.whole(freight.seal(), 2, LONGEST_SEAL);
        shipment.proNumber = Texts.orNull(freight.proNumber());
    }

    /** A number plate means the same without blanks and hyphens. */
    private static String vehicle(String number) {
        String whole = Room.whole(number, 1, LONGEST_VEHICLE);
        return whole == null ? Room.whole(number.replaceAll("[\\s-]", ""), 1, LONGEST_VEHICLE) : whole;
    }

    private void lines() {
        List<ShipNoticeLine> lines =
                levels.batches() ? together() : told.notice().lines();
        Level order = null;
        Level unit = null;
        Level item = null;
        ShipNoticeLine before = null;
        Level tare = null;
        for (ShipNoticeLine line : lines) {
            boolean sameOrder = before != null && before.purchaseOrder().equals(line.purchaseOrder());
            boolean sameTare = sameOrder && before.tare().equals(line.tare());
            boolean samePack = sameTare && before.pack().equals(line.pack());
            if (!sameOrder) {
                order = below(shipment, "O", Order::new);
                order.order = line.purchaseOrder();
            }
            if (!sameTare) {
                Level above = order;
                tare = line.tare()
                        .filter(sscc -> levels.tares())
                        .map(sscc -> marked(below(above, "T", Tare::new), Optional.of(sscc)))
                        .orElse(null);
            }
            Level around = tare == null ? order : tare;
            if (!levels.packs() || !levels.items()) {
                unit = around;
            } else if (!samePack) {
                unit = marked(below(around, "P", Pack::new), line.pack());
            }
            if (!levels.batches()) {
                wholeItem(unit, line);
            } else {
                item = samePack && product(before).equals(product(line)) ? item : item(unit, line);
                batch(item, line);
            }
            before = line;
        }
    }

    /** @return the lines, those of one item in one unit behind one another */
    private List<ShipNoticeLine> together() {
        Map<List<Object>, List<ShipNoticeLine>> groups = new LinkedHashMap<>();
        for (ShipNoticeLine line : told.notice().lines()) {
            List<Object> place = place(line);
            groups.computeIfAbsent(place, none -> new ArrayList<>()).add(line);
            sums.merge(place, line.quantity().amount(), BigDecimal::add);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static List<Object> place(ShipNoticeLine line) {
        return List.of(line.purchaseOrder(), line.tare(), line.pack(), product(line));
    }

    private static List<Object> product(ShipNoticeLine line) {
        return List.of(
                line.lineNumber(),
                line.gtin(),
                line.receiverItem(),
                line.senderItem(),
                line.quantity().unit());
    }

    private void wholeItem(Level above, ShipNoticeLine line) {
        Item item = below(above, "I", Item::new);
        goods.item(item, line, told.facts(line));
        GoodsTexts.quantity(item, line.quantity().amount(), line.quantity().unit());
        goods.lot(item, line, told.facts(line));
    }

    /** An item above its lots says how much all of them are. */
    private Level item(Level above, ShipNoticeLine line) {
        Level item = levels.items() ? below(above, "I", Item::new) : below(above, "P", Pack::new);
        goods.item(item, line, told.facts(line));
        GoodsTexts.quantity(item, sums.get(place(line)), line.quantity().unit());
        return item;
    }

    private void batch(Level item, ShipNoticeLine line) {
        Batch batch = below(item, "ZZ", Batch::new);
        GoodsTexts.quantity(batch, line.quantity().amount(), line.quantity().unit());
        goods.lot(batch, line, told.facts(line));
    }

    private <L extends Level> L below(Level above, String code, Supplier<L> kind) {
        L level = kind.get();
        number(level, Optional.of(above.id), code);
        above.levels.add(level);
        return level;
    }

    private static <L extends Level> L marked(L level, Optional<Sscc> sscc) {
        level.sscc = sscc.map(Sscc::value).orElse(null);
        return level;
    }

    private void number(Level level, Optional<String> parent, String code) {
        level.id = String.valueOf(++levelCount);
        level.parent = parent.orElse(null);
        level.code = code;
    }
}
