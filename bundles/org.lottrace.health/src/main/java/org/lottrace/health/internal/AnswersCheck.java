package org.lottrace.health.internal;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.answer.SetAsideAnswer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warning for each recall case with answers that were set aside and still lie there. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=answers", HealthCheck.TAGS + "=lottrace"})
public final class AnswersCheck implements HealthCheck {
    private final AnswerFiles files;

    @Activate
    public AnswersCheck(@Reference AnswerFiles files) {
        this.files = files;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<SetAsideAnswer> setAside = files.setAside();
        setAside.stream()
                .collect(Collectors.groupingBy(
                        file -> file.recallCase().map(Object::toString).orElse("unknown case"),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((recallCase, answers) -> log.warn(
                        "{}: answers set aside: {}, consignees: {}; read the report beside {}, record or correct it,"
                                + " then delete it",
                        recallCase,
                        answers.size(),
                        answers.stream()
                                .map(SetAsideAnswer::consignee)
                                .flatMap(Optional::stream)
                                .distinct()
                                .count(),
                        answers.get(0).file()));
        log.info("answers set aside: {}", setAside.size());
        return new Result(log);
    }
}
