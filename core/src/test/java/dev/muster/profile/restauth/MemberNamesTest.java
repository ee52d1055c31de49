package dev.muster.profile.restauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unknown members of RestAuth's objects are told with the name that was probably meant. */
class MemberNamesTest {

  @ParameterizedTest
  @CsvSource({
    "DOCUMENT, user, users",
    "DOCUMENT, Services, services",
    "DOCUMENT, groupes, groups",
    "SERVICE, host, hosts",
    "SERVICE, pass, password",
    "USER, propertys, properties",
    "USER, Password, password",
    "GROUP, services, service",
    "GROUP, sub_groups, subgroups",
    "GROUP, user, users",
    "SUBGROUP, nmae, name"
  })
  void theNearestNameIsNamed(MemberNames kind, String name, String meant) {
    assertThat(kind.warnings(Struct.of(name, Value.NULL)))
        .singleElement()
        .asString()
        .startsWith("the member \"" + name + "\" of the ")
        .contains(" is ignored: did you mean \"" + meant + "\"? A ", " has only \"");
  }

  @Test
  void namesThatAreLikeNoneAreToldWithTheRule() {
    assertThat(MemberNames.GROUP.warnings(List.of("colour")))
        .containsExactly(
            "the member \"colour\" of the group is ignored: a group has only \"service\","
                + " \"users\" and \"subgroups\".");
    assertThat(MemberNames.USER.warnings(List.of("groups")))
        .containsExactly(
            "the member \"groups\" of the user is ignored: a user has only \"password\" and"
                + " \"properties\". Name the user in the \"users\" of a group.");
  }

  @Test
  void knownNamesAreNotToldNorIsTheReasonOfAReject() {
    for (MemberNames kind : MemberNames.values()) {
      assertThat(kind.has("@reject-reason")).isEqualTo(kind != MemberNames.DOCUMENT);
    }
    Struct user = Struct.of("password", Value.NULL).edit().put("properties", Value.NULL).build();
    assertThat(MemberNames.USER.warnings(user)).isEmpty();
  }

  @Test
  void onlyTheFirstNamesAreTold() {
    List<String> names = IntStream.range(0, 1000).mapToObj(i -> "x" + i).toList();

    List<String> warnings = MemberNames.SERVICE.warnings(names);

    assertThat(warnings).hasSize(6);
    assertThat(warnings.get(5)).isEqualTo("995 more members of the service are ignored.");
  }
}
