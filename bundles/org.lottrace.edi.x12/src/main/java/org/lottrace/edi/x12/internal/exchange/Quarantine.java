package org.lottrace.edi.x12.internal.exchange;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.folder.FileHandler;
import org.lottrace.folder.NotNowException;

/** What came from senders nobody knew, and is taken in when they are known. */
final class Quarantine {
    static final String SENDER_UNKNOWN = "SENDER_UNKNOWN";

    private final UnitOfWork unitOfWork;
    private final InterchangeStore store;
    private final Intake intake;

    Quarantine(UnitOfWork unitOfWork, InterchangeStore store, Intake intake) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.intake = intake;
    }

    /** After a crash between taking it in and noting that, it is known by its content and not taken in twice. */
    List<Violation> release(long id) {
        Optional<InterchangeRecord> found = unitOfWork.required(() -> store.find(id));
        if (found.isEmpty()) {
            return refusal("INTERCHANGE_UNKNOWN", "there is no interchange " + id + " in the log");
        }
        InterchangeRecord record = found.get();
        if (record.status() != InterchangeStatus.QUARANTINED) {
            return refusal("NOT_QUARANTINED", "interchange " + id + " is " + record.status() + ", not quarantined");
        }
        byte[] content = unitOfWork.required(() -> store.content(id));
        List<Violation> problems;
        try {
            problems = intake.take(record.fileName(), content, true, () -> {});
        } catch (NotNowException e) {
            return refusal("HANDLER_MISSING", e.getMessage());
        }
        if (problems.stream().anyMatch(problem -> problem.code().equals(SENDER_UNKNOWN))) {
            return refusal(
                    "SENDER_STILL_UNKNOWN",
                    "no partner has the interchange address " + record.sender()
                            + "; enter it in the partner's profile, then release interchange " + id);
        }
        unitOfWork.run(() -> store.replaceStatus(id, InterchangeStatus.QUARANTINED, InterchangeStatus.RELEASED));
        return problems.stream()
                .filter(problem -> !problem.code().equals(FileHandler.PARTLY_TAKEN))
                .toList();
    }

    private static List<Violation> refusal(String code, String message) {
        return List.of(new Violation(code, ViolationPath.WHOLE, message));
    }
}
