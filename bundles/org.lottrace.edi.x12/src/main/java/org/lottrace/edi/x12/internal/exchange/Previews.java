package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.PreviewedSet;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.MappingUnusableException;
import org.lottrace.edi.x12.internal.syntax.Finding;

/** What files would become, without applying them. */
final class Previews {
    private final Examiner examiner;
    private final Supplier<List<TransactionSetHandler>> handlers;

    Previews(Examiner examiner, Supplier<List<TransactionSetHandler>> handlers) {
        this.examiner = examiner;
        this.handlers = handlers;
    }

    /** A mapping that cannot be used is a problem of the file, so that it can be told beside one that can. */
    FilePreview of(byte[] content) {
        try {
            return of(FileFindings.of(examiner.examine(content)));
        } catch (MappingUnusableException e) {
            return new FilePreview(
                    List.of(),
                    List.of(new Violation(MappingBench.MAPPING_FILE_INVALID, ViolationPath.WHOLE, e.getMessage())),
                    List.of());
        }
    }

    FilePreview of(FileFindings file) {
        Preview preview = new Preview();
        file.between().forEach(preview::found);
        for (ExaminedInterchange interchange : file.interchanges()) {
            interchange.findings().forEach(preview::found);
            preview.notes.addAll(interchange.notes());
            preview.addAnswers(interchange);
            for (ExaminedGroup group : interchange.groups()) {
                group.findings().forEach(preview::found);
                group.sets().forEach(set -> preview.add(interchange, group, set));
            }
        }
        return new FilePreview(preview.sets, preview.problems, preview.notes);
    }

    private final class Preview {
        private final List<PreviewedSet> sets = new ArrayList<>();
        private final List<Violation> problems = new ArrayList<>();
        private final List<Violation> notes = new ArrayList<>();

        void found(Finding finding) {
            problems.add(finding.violation());
        }

        void add(ExaminedInterchange interchange, ExaminedGroup group, ExaminedSet set) {
            set.findings().forEach(this::found);
            boolean isAnswer = set.findings().isEmpty()
                    && PartnerAnswers.CODES.contains(set.set().code());
            boolean isRead = ContentHandlers.isForHandler(set) && ContentHandlers.isAddressed(interchange);
            List<ReadField> fields = isAnswer
                    ? AnswerFields.of(PartnerAnswers.answers(set.set()))
                    : isRead ? read(interchange, group, set) : List.of();
            sets.add(new PreviewedSet(set.set().code(), set.set().control(), fields));
        }

        /** They stand in no set. */
        void addAnswers(ExaminedInterchange interchange) {
            if (!interchange.interchange().isEdifact()) {
                InterchangeAnswers.in(interchange.interchange())
                        .forEach(answer -> sets.add(new PreviewedSet(
                                "TA1", interchange.interchange().control(), AnswerFields.of(answer))));
            }
        }

        /** What is not used as a whole becomes no document. */
        private List<ReadField> read(ExaminedInterchange interchange, ExaminedGroup group, ExaminedSet set) {
            ReadSet read = ContentHandlers.handler(handlers.get(), set)
                    .map(handler -> handler.preview(ContentHandlers.inbound(interchange, group, set)))
                    .orElseGet(() -> missing(set.set().code()));
            ViolationPath path = ViolationPath.of(PathStep.set(set.set().control()));
            problems.addAll(ContentHandlers.within(path, read.handled().problems()));
            ContentHandlers.findings(set, read.handled().unread()).forEach(this::found);
            notes.addAll(ContentHandlers.within(path, read.handled().notes()));
            return read.fields();
        }

        private static ReadSet missing(String code) {
            return new ReadSet(
                    List.of(),
                    new HandledSet(
                            List.of(new Violation(
                                    "HANDLER_MISSING", ViolationPath.WHOLE, HandlerMissingException.message(code))),
                            List.of()));
        }
    }
}
