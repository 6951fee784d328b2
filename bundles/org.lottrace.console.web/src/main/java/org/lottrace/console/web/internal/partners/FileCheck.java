package org.lottrace.console.web.internal.partners;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Checks a file as if it had come in: pasted, or chosen or dropped as a file. Records nothing, so nothing is to be confirmed. */
public final class FileCheck {
    private static final Answer NOT_ALLOWED = new Answer.Failure(403, "error.page-not-allowed");

    private FileCheck() {}

    /**
     * @param pasted what was pasted
     * @param isEmpty nothing was pasted or chosen
     * @param checked absent before anything was checked
     */
    public record View(String pasted, boolean isEmpty, Optional<Checked> checked) {}

    /** What came of it. */
    public record Checked(List<Violation> problems, MarkedDocument document, FilePreview preview) {}

    static Answer show(Visit visit) {
        return visit.may("interchange.check")
                ? Answer.html("partners/check.jte", new View("", false, Optional.empty()))
                : NOT_ALLOWED;
    }

    static Answer check(Visit visit) {
        if (!visit.may("interchange.check")) {
            return NOT_ALLOWED;
        }
        String pasted = visit.parameters().text("text");
        // a browser sends CR LF for each line; a line break may be what ends the segments, also behind the last one
        byte[] content = visit.parameters()
                .file("file")
                .orElseGet(() -> pasted.isEmpty()
                        ? new byte[0]
                        : (pasted.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8));
        if (content.length == 0) {
            return Answer.refused("partners/check.jte", new View("", true, Optional.empty()));
        }
        CheckedFile examined = visit.as(Interchanges.class).examine(content);
        List<Violation> problems = examined.problems();
        String text =
                new String(content, 0, Math.min(content.length, InterchangeText.MOST_BYTES), StandardCharsets.UTF_8);
        View view = new View(
                pasted,
                false,
                Optional.of(new Checked(problems, MarkedDocument.ofFile(text, problems), examined.preview())));
        return problems.isEmpty()
                ? Answer.html("partners/check.jte", view)
                : Answer.refused("partners/check.jte", view);
    }
}
