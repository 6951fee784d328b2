package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.lottrace.api.handover.JournalFiles;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Checks a file against the schema of the administrator. */
final class SaftSchema {
    private static final int MOST_SAID = 10;

    private SaftSchema() {}

    /** @param schema file; empty for no check */
    static void check(String schema, Path file) throws IOException {
        if (schema.isBlank()) {
            return;
        }
        Said problems = new Said();
        try (InputStream content = Files.newInputStream(file)) {
            Validator validator = read(Path.of(schema)).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(problems);
            validator.validate(new StreamSource(content));
        } catch (SAXException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        }
        if (problems.count > 0) {
            throw NorwegianSaft.refused(
                    JournalFiles.SAF_T_INVALID,
                    "the file is not as " + schema + " says: "
                            + String.join("; ", problems.first)
                            + (problems.count > MOST_SAID ? "; and " + (problems.count - MOST_SAID) + " others" : ""));
        }
    }

    private static Schema read(Path schema) throws IOException {
        try (InputStream file = Files.newInputStream(schema)) {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(file));
        } catch (SAXException wrong) {
            throw NorwegianSaft.notSetUp(List.of("schema.file is no schema: " + wrong.getMessage()));
        } catch (IOException unreadable) {
            throw NorwegianSaft.notSetUp(List.of("schema.file cannot be read: " + unreadable));
        }
    }

    /** The first of them, with their lines; a schema may refuse every line of a large file. */
    private static final class Said implements ErrorHandler {
        private final List<String> first = new ArrayList<>();
        private long count;

        private void add(String problem) {
            count++;
            if (first.size() < MOST_SAID) {
                first.add(problem);
            }
        }

        @Override
        public void warning(SAXParseException warning) {
            // a schema has no warnings about a document
        }

        @Override
        public void error(SAXParseException wrong) {
            add("line " + wrong.getLineNumber() + ", column " + wrong.getColumnNumber() + ": " + wrong.getMessage());
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXParseException {
            throw wrong;
        }
    }
}
