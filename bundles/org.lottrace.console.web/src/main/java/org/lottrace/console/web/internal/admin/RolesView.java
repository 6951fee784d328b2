package org.lottrace.console.web.internal.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Role;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Which role may do what, as the catalogue of operations has it.
 *
 * @param roles those that a login can have
 * @param subjects operations by the first part of their name, all of them, or those that the reader may call
 * @param isMine only what the reader may do is shown
 */
public record RolesView(List<Role> roles, Map<String, List<OperationDescription>> subjects, boolean isMine) {
    static Answer show(Visit visit) {
        boolean isMine = visit.parameters().isTicked("mine");
        Map<String, List<OperationDescription>> subjects = new LinkedHashMap<>();
        Catalogue.operations().stream()
                .filter(operation -> !isMine || visit.may(operation.name()))
                .forEach(operation -> subjects.computeIfAbsent(subject(operation), ignored -> new ArrayList<>())
                        .add(operation));
        List<Role> roles = Arrays.stream(Role.values()).filter(Role::isOfLogin).toList();
        return Answer.html("admin/roles.jte", new RolesView(roles, subjects, isMine));
    }

    private static String subject(OperationDescription operation) {
        return operation.name().substring(0, operation.name().indexOf('.'));
    }
}
