package org.tongdao.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes = new Routes();

    @Test
    void aRoomOpensOnlyForItsRoles() {
        assertThat(routes.opens("ADMIN", "/admin")).isTrue();
        assertThat(routes.opens("OPERATOR", "/admin")).isFalse();
        assertThat(routes.opens("BROKER", "/declarations")).isTrue();
        assertThat(routes.opens("MERCHANT", "/declarations")).isFalse();
    }

    @Test
    void whatIsNotInTheTableIsShut() {
        assertThat(routes.opens("ADMIN", "/actuator")).isFalse();
        assertThat(routes.opens("ADMIN", "/orders/1/erase")).isFalse();
    }

    @Test
    void rolesInTheTableExist() {
        var known = AdminController.ROLES;
        assertThat(routes.list())
                .allSatisfy(route -> assertThat(route.roles())
                        .allSatisfy(role -> assertThat(role.equals("public") || known.contains(role))
                                .as(route.path() + ": " + role)
                                .isTrue()));
    }
}
