package org.lottrace.edi.warehouse.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.edi.X12Units;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Site;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.quantity.Quantity;

/** How an item, a quantity and a site of ours are written. */
final class ItemTexts {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_STREET = 55;

    private ItemTexts() {}

    /** @return our number as VN, then the GTIN in its shortest form, as in the 856 that we send */
    static List<String> named(Item item) {
        List<String> named = new ArrayList<>(List.of("VN", item.number().value()));
        item.gtin().ifPresent(gtin -> named.addAll(pair(gtin)));
        return named;
    }

    private static List<String> pair(Gtin gtin) {
        String digits = gtin.value();
        if (digits.startsWith("00")) {
            return List.of("UP", digits.substring(2));
        }
        return digits.startsWith("0") ? List.of("EN", digits.substring(1)) : List.of("UK", digits);
    }

    static String amount(Quantity quantity) {
        return quantity.amount().stripTrailingZeros().toPlainString();
    }

    /** @throws IllegalArgumentException if the unit has no code in X12; the message says what to do */
    static String unit(Quantity quantity) {
        return X12Units.toX12(quantity.unit())
                .orElseThrow(() -> new IllegalArgumentException(
                        "unit " + quantity.unit() + " has no code in X12: state the quantity in another unit"));
    }

    /** @return N1 of a site, by its GLN when it has one, else by our code */
    static List<String> place(String entity, Site site) {
        return site.gln()
                .map(gln -> List.of("N1", entity, cut(site.name()), "UL", gln.value()))
                .orElseGet(() ->
                        List.of("N1", entity, cut(site.name()), "92", site.id().value()));
    }

    /** @return N1 of a party, by its GLN when it has one, else by our number of it, and N3 and N4 of its address */
    static List<List<String>> party(String entity, Party party) {
        List<List<String>> segments = new ArrayList<>();
        segments.add(party.gln()
                .map(gln -> List.of("N1", entity, cut(party.name()), "UL", gln.value()))
                .orElseGet(() -> List.of(
                        "N1", entity, cut(party.name()), "92", party.id().value())));
        segments.addAll(address(party.address()));
        return segments;
    }

    static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** @return N3 and N4, as far as the parts are known and X12 has room for them */
    private static List<List<String>> address(PostalAddress address) {
        List<List<String>> segments = new ArrayList<>();
        String street = address.street();
        if (!street.isBlank()) {
            List<String> lines = new ArrayList<>(List.of("N3", part(street)));
            if (street.length() > LONGEST_STREET) {
                lines.add(part(street.substring(LONGEST_STREET)));
            }
            segments.add(lines);
        }
        List<String> town = List.of(
                fitting(address.city(), 2, 30),
                fitting(address.region(), 2, 2),
                fitting(address.postalCode(), 3, 15),
                fitting(address.country(), 2, 3));
        if (town.stream().anyMatch(part -> !part.isEmpty())) {
            List<String> segment = new ArrayList<>(List.of("N4"));
            segment.addAll(town);
            segments.add(segment);
        }
        return segments;
    }

    private static String part(String street) {
        return street.length() <= LONGEST_STREET ? street : street.substring(0, LONGEST_STREET);
    }

    private static String fitting(String part, int shortest, int longest) {
        return part.length() < shortest || part.length() > longest ? "" : part;
    }
}
