package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Tolerances;

/** What can be said of a file of a draft before it is tried. */
final class DraftChecks {
    private static final Set<String> FILES = Set.of(
            "856.oxm.xml",
            "856.properties",
            "DESADV.oxm.xml",
            "DESADV.properties",
            "exchange.properties",
            "warehouse.properties");
    private static final int MOST_CHARACTERS = 100_000;
    private static final int LONGEST_REASON = 500;
    private static final Pattern CODE = Pattern.compile("adapter|customizer|extractor|factory|transform");

    private DraftChecks() {}

    static List<Violation> of(String name, MappingFile file) {
        if (!PartnerProfile.isFolder(name) || name.endsWith(PartnerProfile.DRAFT)) {
            return List.of(
                    new Violation(
                            MappingBench.MAPPING_NAME_INVALID,
                            "name",
                            "\"" + name
                                    + "\" cannot be the name of a mapping; use 1 to 60 letters, digits, underscores and hyphens"));
        }
        if (!FILES.contains(file.name())) {
            return invalid(
                    "name",
                    "\"" + file.name() + "\" is no file of a mapping; there are "
                            + FILES.stream().sorted().toList());
        }
        if (file.text().length() > MOST_CHARACTERS) {
            return invalid("text", file.name() + " has more than " + MOST_CHARACTERS + " characters");
        }
        return file.text().isEmpty() ? List.of() : content(file);
    }

    /** @return what speaks against putting these files into use */
    static List<Violation> ofAll(String name, List<MappingFile> draft) {
        return draft.isEmpty()
                ? invalid("name", "the draft of " + name + " has no file; put one into it, or throw it away")
                : draft.stream()
                        .filter(file -> FILES.contains(file.name()))
                        .flatMap(file -> content(file).stream())
                        .toList();
    }

    static List<Violation> reason(String reason) {
        return Reason.problemsOfALine(reason, LONGEST_REASON, "say why, for whoever looks at it later");
    }

    private static List<Violation> content(MappingFile file) {
        try {
            if (file.name().endsWith(".xml")) {
                Optional<String> encoding = encoding(file.text());
                if (encoding.isPresent() && !encoding.get().equalsIgnoreCase("UTF-8")) {
                    return invalid(
                            "text",
                            file.name() + " says that its encoding is " + encoding.get()
                                    + "; it is kept as UTF-8, write that into its first line");
                }
            } else {
                Properties properties = new Properties();
                properties.load(new StringReader(file.text()));
                if (file.name().equals("exchange.properties")) {
                    Agreement.of(properties);
                } else if (!file.name().equals("warehouse.properties")) {
                    Tolerances.of(properties);
                }
            }
            return List.of();
        } catch (XMLStreamException e) {
            return invalid(
                    "text",
                    file.name() + " is not well-formed, line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber() + ": " + e.getMessage());
        } catch (IllegalArgumentException | IOException e) {
            return invalid("text", file.name() + ": " + e.getMessage());
        }
    }

    /** @return what its first line says; the whole of it is well-formed */
    private static Optional<String> encoding(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        Optional<String> encoding = Optional.ofNullable(reader.getCharacterEncodingScheme());
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new IllegalArgumentException("it has a DOCTYPE; a binding needs none, take it out");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                requireNoCode(reader);
            }
        }
        return encoding;
    }

    /** MOXy would run classes that a binding names beside the types of its fields. */
    private static void requireNoCode(XMLStreamReader reader) {
        Stream.concat(
                        Stream.of(reader.getLocalName()),
                        IntStream.range(0, reader.getAttributeCount()).mapToObj(reader::getAttributeLocalName))
                .filter(name -> CODE.matcher(name).find())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "line " + reader.getLocation().getLineNumber() + " has \"" + name
                                    + "\", which runs code; a binding says with xml-path where a field is");
                });
    }

    static List<Violation> invalid(String field, String message) {
        return List.of(new Violation(MappingBench.MAPPING_FILE_INVALID, field, message));
    }
}
