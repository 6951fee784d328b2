package org.lottrace.edi.x12.internal.syntax;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The segments from ISA to IEA, or from UNB to UNZ.
 *
 * @param part of the file
 * @param delimiters said by its ISA
 * @param header ISA or UNB
 * @param groups its functional groups
 * @param trailer IEA or UNZ; absent when it is missing
 */
public record Interchange(
        FileContent part, Delimiters delimiters, Segment header, List<Group> groups, Optional<Segment> trailer) {
    public Interchange {
        groups = List.copyOf(groups);
    }

    /** What the envelope says, by where it stands in ISA and in UNB. */
    public enum Place {
        SENDER(6, 2),
        RECEIVER(8, 3),
        CONTROL(13, 5),
        TEST(15, 11);

        private final int isa;
        private final int unb;

        Place(int isa, int unb) {
            this.isa = isa;
            this.unb = unb;
        }
    }

    /** @return number of the element of the header that says it */
    public int element(Place place) {
        return isEdifact() ? place.unb : place.isa;
    }

    /** @return whether it is one of EDIFACT */
    public boolean isEdifact() {
        return header.is("UNB");
    }

    /** @return who sent it, as {@code qualifier:id} */
    public String sender() {
        return address(Place.SENDER);
    }

    /** @return for whom it is, as {@code qualifier:id} */
    public String receiver() {
        return address(Place.RECEIVER);
    }

    private String address(Place place) {
        return qualifier(place) + ":" + id(place);
    }

    /** @return who gives the id, in the codes of X12 (ISA05) */
    public String qualifier(Place place) {
        return isEdifact()
                ? EdifactQualifiers.toX12(header.component(place.unb, 2))
                : header.element(place.isa - 1).strip();
    }

    /** @return the id of the sender or receiver */
    public String id(Place place) {
        return isEdifact()
                ? header.component(place.unb, 1)
                : header.element(place.isa).strip();
    }

    /** @return ISA13, or 0020 of UNB */
    public String control() {
        return header.element(element(Place.CONTROL)).strip();
    }

    /**
     * @return true when the partner only tries out whether we understand it: it must change nothing. ISA15 is T; 0035 of UNB is there (1 test,
     *     2 syntax only, 3 and 4 echo) and is not 0
     */
    public boolean isTest() {
        String said = header.element(element(Place.TEST)).strip();
        return isEdifact() ? !said.isEmpty() && !said.equals("0") : said.equals("T");
    }

    /** @return the bytes as they came; of X12 in UTF-8; not to be changed */
    public byte[] content() {
        return part.bytes();
    }

    /** @return as it stands in the file; of EDIFACT a character for each byte (ISO 8859-1), whatever character set it says */
    public String text() {
        return part.text();
    }

    /** @return {@link #text()} of the bytes of an interchange, as {@link #content()} gives them */
    public static String textOf(byte[] content) {
        return new String(
                content, EdifactScanner.isEdifact(content) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** @return the code of every set, in order */
    public List<String> codes() {
        return groups.stream()
                .flatMap(group -> group.sets().stream())
                .map(TransactionSet::code)
                .toList();
    }
}
