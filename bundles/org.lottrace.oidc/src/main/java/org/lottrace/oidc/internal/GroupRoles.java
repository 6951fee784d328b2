package org.lottrace.oidc.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.operation.Role;

/** Which roles the groups of the provider have here. A group that is not named has none, even when it is called like a role. */
record GroupRoles(Map<String, Set<Role>> roles) {

    /**
     * @param rows each {@code group = role}; a group may hold an equals sign, a role does not
     * @param problems gets what is wrong with them
     */
    static GroupRoles of(String[] rows, List<String> problems) {
        Map<String, Set<Role>> roles = new TreeMap<>();
        for (String row : rows) {
            int equals = row.lastIndexOf('=');
            String group = equals < 0 ? "" : row.substring(0, equals).strip();
            Optional<Role> role = role(row.substring(equals + 1).strip());
            if (group.isEmpty() || role.isEmpty()) {
                problems.add("roles: \"" + row + "\" is not group = role, with one of " + known());
            } else {
                roles.computeIfAbsent(group, unused -> new TreeSet<>()).add(role.get());
            }
        }
        return new GroupRoles(Map.copyOf(roles));
    }

    private static Optional<Role> role(String code) {
        return Stream.of(Role.values()).filter(role -> role.code().equals(code)).findFirst();
    }

    private static String known() {
        return Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(", "));
    }

    Set<Role> of(Collection<String> groups) {
        List<Role> all = new ArrayList<>();
        groups.forEach(group -> all.addAll(roles.getOrDefault(group, Set.of())));
        return Set.copyOf(all);
    }
}
