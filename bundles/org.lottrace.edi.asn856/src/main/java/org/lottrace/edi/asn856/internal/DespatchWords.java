package org.lottrace.edi.asn856.internal;

/** What is said of a fact of a DESADV that nobody read. */
final class DespatchWords {
    private DespatchWords() {}

    static String wouldBeLost(StatedFact fact) {
        String place = fact.level();
        return switch (fact.kind()) {
            case QUANTITY ->
                "a quantity of " + place
                        + " would be lost; send one QTY 12 for each LIN, and one QTY for each PCI that names a lot"
                        + UnreadFacts.OR_BIND;
            case LOT ->
                "a lot of " + place + " would be lost; send one LIN, or one PCI with its QTY, for each lot"
                        + UnreadFacts.OR_BIND;
            case EXPIRY ->
                "an expiry date of " + place
                        + " would be lost, or is not that of all goods of the level; send one for each lot"
                        + UnreadFacts.OR_BIND;
            case UNIT ->
                "an SSCC of " + place + " would be lost; send one CPS, with the LIN that are in it, for each package"
                        + UnreadFacts.OR_BIND;
            case NET_WEIGHT ->
                "MEA says a net weight of " + fact.value() + " " + fact.unit() + " and QTY of " + place
                        + " another; send the same, or leave MEA out";
            case HASH_TOTAL ->
                "CNT is not the sum of all QTY 12: something is missing, or the sum is wrong; send the sum, or leave CNT"
                        + " out";
            case PACK, COUNT -> fact.value() + " " + fact.unit() + " of " + place + " is not read";
        };
    }
}
