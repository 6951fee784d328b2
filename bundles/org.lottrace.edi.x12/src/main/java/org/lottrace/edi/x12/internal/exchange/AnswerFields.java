package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader.Answer;

/** What a partner answers (997, 999, 824, CONTRL, TA1), as a list of facts. */
final class AnswerFields {
    private final List<ReadField> fields = new ArrayList<>();

    private AnswerFields() {}

    /** @return the interchange of ours that is meant, what becomes of it and why; the first problem is 1 */
    static List<ReadField> of(List<Answer> answers) {
        AnswerFields facts = new AnswerFields();
        for (int i = 0; i < answers.size(); i++) {
            facts.answer(answers.size() == 1 ? "" : "answers[" + (i + 1) + "].", answers.get(i));
        }
        return facts.fields;
    }

    static List<ReadField> of(InterchangeAnswers answer) {
        AnswerFields facts = new AnswerFields();
        facts.add("interchange", answer.control());
        facts.add("code", answer.code());
        facts.add("note", answer.note());
        return facts.fields;
    }

    private void answer(String at, Answer answer) {
        add(at + "interchange", answer.group());
        add(at + "sets", String.join(", ", answer.codes().stream().sorted().toList()));
        add(at + "status", answer.status().code());
        for (int i = 0; i < answer.problems().size(); i++) {
            Violation problem = answer.problems().get(i);
            add(at + "problems[" + (i + 1) + "]", problem.code() + " " + problem.path() + ": " + problem.message());
        }
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new ReadField(name, value));
        }
    }
}
