package org.lottrace.gs1.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.ScanProblem;
import org.lottrace.api.identification.WrittenElements;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.gs1.internal.rule.DateRules;
import org.lottrace.gs1.internal.rule.Rules;
import org.lottrace.gs1.internal.scan.Meaning;
import org.lottrace.gs1.internal.scan.ScanReader;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;
import org.lottrace.gs1.internal.written.ElementWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads by the dictionary of GS1; what is written is read first, so that both have the same rules. */
@Component(service = Identification.class)
public final class IdentificationService implements Identification {
    private final ScanReader reader;
    private final ElementWriter writer;

    /** @param clock the century of a date depends on today */
    @Activate
    public IdentificationService(@Reference Clock clock) {
        SyntaxDictionary dictionary = new SyntaxDictionary(new Rules(clock));
        this.reader = new ScanReader(dictionary, new Meaning(new DateRules(clock)));
        this.writer = new ElementWriter(dictionary);
    }

    @Override
    public Scan read(String scan) {
        return scan.length() > LONGEST_SCAN ? ScanReader.tooLong(LONGEST_SCAN, scan.length()) : reader.read(scan);
    }

    @Override
    public Outcome<List<WrittenElements>> write(List<List<ElementValue>> symbols, String resolver) {
        Scan written = reader.read(
                ElementWriter.brackets(symbols.stream().flatMap(List::stream).toList()));
        List<ScanProblem> problems = new ArrayList<>(written.problems());
        problems.addAll(written.missing());
        if (!problems.isEmpty() || !written.isReadable()) {
            return new Outcome.Refused<>(problems.stream()
                    .map(problem -> new Violation(RULE_BROKEN, ViolationPath.WHOLE, problem.toString()))
                    .toList());
        }
        return new Outcome.Done<>(symbols.stream()
                .map(elements -> writer.write(elements, resolver))
                .toList());
    }
}
