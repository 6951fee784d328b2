package org.lottrace.edi.asn856.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;

/** Writes a receiving advice (X12 861): one RCD for each line of goods, in the base unit of its item, with the lot as the supplier knows it. */
final class ReceivingAdviceWriter {
    /** BRA04 (data element 962): post receipt advice. */
    private static final String POST_RECEIPT = "2";
    /** DTM01 (data element 374): received. */
    private static final String RECEIVED = "050";

    private static final String EXPIRY = "036";

    /** REF in the loop of RCD. */
    private static final int MOST_REFERENCES = 12;
    /** Of a LIN. */
    private static final int PAIRS = 15;

    private final ItemStore items;
    private final LotStore lots;

    ReceivingAdviceWriter(ItemStore items, LotStore lots) {
        this.items = items;
        this.lots = lots;
    }

    /**
     * @param purpose BRA03: 00 original, 01 cancellation, 05 replacement
     * @param number BRA01
     * @param day at the site that received the goods
     * @throws IllegalStateException if an item is unknown or its unit has no code in X12; the message says what to do
     */
    String write(String purpose, String number, LocalDate day, ShipNoticeId notice, List<AdvisedGoods> goods) {
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of("BRA", number, date(day), purpose, POST_RECEIPT));
        segments.add(List.of("REF", "SI", notice.number()));
        segments.add(List.of("DTM", RECEIVED, date(day)));
        for (int i = 0; i < goods.size(); i++) {
            add(segments, i + 1, goods.get(i));
        }
        segments.add(List.of("CTT", String.valueOf(goods.size())));
        return AdviceXml.of(segments);
    }

    /** The same as a RECADV. */
    String writeMessage(String purpose, String number, LocalDate day, ShipNoticeId notice, List<AdvisedGoods> goods) {
        return ReceivingMessageWriter.write(purpose, number, day, notice, goods, (line, one) -> {
            List<String> lin = named(line, one);
            return lin.subList(2, lin.size());
        });
    }

    private void add(List<List<String>> segments, int number, AdvisedGoods goods) {
        List<String> received = new ArrayList<>(
                List.of("RCD", String.valueOf(number), amount(goods.received()), unit(goods.received()), "", ""));
        goods.contested()
                .forEach((condition, quantity) ->
                        received.addAll(List.of(amount(quantity), unit(quantity), condition.code())));
        segments.add(received);
        segments.add(named(number, goods));
        segments.addAll(serials(goods.serials()));
        goods.expiry().ifPresent(day -> segments.add(List.of("DTM", EXPIRY, date(day))));
        goods.order().ifPresent(order -> segments.add(List.of("PRF", order)));
        goods.netWeight()
                .filter(weight -> !weight.unit().equals(goods.received().unit()))
                .ifPresent(weight -> segments.add(List.of("MEA", "PD", "N", amount(weight), unit(weight))));
        goods.unit().map(Sscc::value).ifPresent(unit -> segments.add(List.of("MAN", "GM", unit)));
    }

    /** As many as there is room for REF; more stand in LIN, with SN. */
    private static List<List<String>> serials(List<String> numbers) {
        if (numbers.size() <= MOST_REFERENCES) {
            return numbers.stream().map(number -> List.of("REF", "SE", number)).toList();
        }
        List<List<String>> segments = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += PAIRS) {
            List<String> lin = new ArrayList<>(List.of("LIN", ""));
            numbers.subList(from, Math.min(from + PAIRS, numbers.size()))
                    .forEach(number -> lin.addAll(List.of("SN", number)));
            segments.add(lin);
        }
        return segments;
    }

    private List<String> named(int number, AdvisedGoods goods) {
        Item item = items.find(goods.item())
                .orElseThrow(() -> new IllegalStateException("item " + goods.item() + " is unknown"));
        List<String> lin = new ArrayList<>(
                List.of("LIN", String.valueOf(number), "IN", goods.item().value()));
        item.gtin().ifPresent(gtin -> lin.addAll(pair(gtin)));
        goods.lot().ifPresent(key -> {
            String theirs = lots.find(key)
                    .flatMap(Lot::supplierLotNumber)
                    .orElse(key.number().value());
            lin.addAll(List.of("LT", theirs));
        });
        return lin;
    }

    /** As in the 856 that we send: the shortest form of the number. */
    private static List<String> pair(Gtin gtin) {
        String digits = gtin.value();
        if (digits.startsWith("00")) {
            return List.of("UP", digits.substring(2));
        }
        return digits.startsWith("0") ? List.of("EN", digits.substring(1)) : List.of("UK", digits);
    }

    private static String amount(Quantity quantity) {
        return quantity.amount().stripTrailingZeros().toPlainString();
    }

    private static String unit(Quantity quantity) {
        return Optional.of(quantity.unit())
                .flatMap(UnitCodes::toX12)
                .orElseThrow(() -> new IllegalStateException(
                        "unit " + quantity.unit() + " has no code in X12: keep the item in another unit"));
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
