package dev.muster.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructTest {

  private static final Value ONE = new Value.Num("1");
  private static final Value TWO = new Value.Num("2");

  @Test
  void membersKeepTheOrderTheyWereGivenIn() {
    Struct struct = new Struct.Builder().put("b", ONE).put("a", TWO).build();
    assertThat(struct.names()).containsExactly("b", "a");
    assertThat(struct.nameAt(1)).isEqualTo("a");
    assertThat(struct.valueAt(1)).isEqualTo(TWO);
  }

  @Test
  void aLaterValueTakesThePlaceOfAnEarlierOne() {
    Struct struct = new Struct.Builder().put("a", ONE).put("b", ONE).put("a", TWO).build();
    assertThat(struct.names()).containsExactly("a", "b");
    assertThat(struct.get("a")).isEqualTo(TWO);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 31, 32, 33, 1000})
  void everyMemberIsFoundHoweverManyThereAre(int size) {
    Struct.Builder builder = new Struct.Builder();
    for (int i = 0; i < size; i++) {
      assertThat(builder.has("m" + i)).isFalse();
      builder.append("m" + i, new Value.Num("" + i));
    }
    builder.put("m0", TWO);
    Struct struct = builder.build();

    assertThat(struct.get("m0")).isEqualTo(TWO);
    for (int i = 1; i < size; i++) {
      assertThat(struct.get("m" + i)).isEqualTo(new Value.Num("" + i));
      assertThat(builder.get("m" + i)).isEqualTo(new Value.Num("" + i));
    }
    assertThat(struct.has("m" + size)).isFalse();
    assertThat(struct.get("m-1")).isNull();
    assertThat(builder.remove("m" + size / 2)).isTrue();
    assertThat(builder.has("m" + size / 2)).isFalse();
    assertThat(builder.has("m" + (size - 1))).isEqualTo(size > 1);
    assertThat(builder.put("m" + size / 2, ONE).build().get("m" + size / 2)).isEqualTo(ONE);
  }

  @Test
  void namesWithTheSameHashAreToldApart() {
    Struct.Builder builder = new Struct.Builder();
    for (int i = 0; i < 64; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 6; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      builder.put(name.toString(), new Value.Num("" + i));
    }

    assertThat(builder.size()).isEqualTo(64);
    assertThat(builder.build().get("AaAaAaAaAaAa")).isEqualTo(new Value.Num("0"));
    assertThat(builder.build().get("BBBBBBBBBBBB")).isEqualTo(new Value.Num("63"));
  }

  @Test
  void aTextIsFoundWhereverItIsExpected() {
    Struct struct = new Struct.Builder().put("a", Value.of("x")).put("b", ONE).build();
    for (int expected = -1; expected < 4; expected++) {
      assertThat(struct.text("a", expected)).isEqualTo("x");
      assertThat(struct.text("b", expected)).isNull();
      assertThat(struct.text("c", expected)).isNull();
    }
  }

  @Test
  void orderDoesNotCountForEquality() {
    Struct one = new Struct.Builder().put("a", ONE).put("b", TWO).build();
    Struct other = new Struct.Builder().put("b", TWO).put("a", ONE).build();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void namesAndValuesCountForEquality() {
    Struct struct = Struct.of("a", ONE);
    assertThat(struct).isNotEqualTo(Struct.of("a", TWO)).isNotEqualTo(Struct.of("b", ONE));
    assertThat(struct).isNotEqualTo(struct.edit().put("b", ONE).build());
    assertThat(struct).isNotEqualTo(ONE);
  }

  @Test
  void numbersAreTheirLiterals() {
    assertThat(Struct.of("a", ONE)).isNotEqualTo(Struct.of("a", new Value.Num("1.0")));
  }

  @Test
  void absenceAndAnExplicitNullDiffer() {
    Struct struct = Struct.of("gone", Value.NULL);
    assertThat(struct.get("gone")).isEqualTo(Value.NULL);
    assertThat(struct.get("never")).isNull();
    assertThat(struct.has("gone")).isTrue();
    assertThat(struct.has("never")).isFalse();
    assertThat(struct).isNotEqualTo(Struct.EMPTY);
  }

  @Test
  void onlyTextsAreTexts() {
    Struct struct = new Struct.Builder().put("a", Value.of("x")).put("n", ONE).build();
    assertThat(struct.text("a")).isEqualTo("x");
    assertThat(struct.text("n")).isNull();
    assertThat(struct.text("absent")).isNull();
  }

  @Test
  void editingLeavesTheOriginalAsItIs() {
    Struct struct = Struct.of("a", ONE);
    Struct.Builder edit = struct.edit();
    edit.put("a", TWO).put("b", TWO);
    assertThat(edit.remove("a")).isTrue();
    assertThat(edit.remove("a")).isFalse();
    assertThat(struct).isEqualTo(Struct.of("a", ONE));
    assertThat(edit.build()).isEqualTo(Struct.of("b", TWO));
  }

  @Test
  void buildingTwiceGivesStructsThatDoNotShareMembers() {
    Struct.Builder builder = new Struct.Builder().put("a", ONE);
    Struct first = builder.build();
    builder.put("a", TWO);
    assertThat(first.get("a")).isEqualTo(ONE);
  }

  @Test
  void anEqualValueStaysAsItWasWritten() {
    Struct written = Struct.of("a", ONE);
    Struct.Builder builder = new Struct.Builder().put("s", written);
    assertThat(builder.change("s", Struct.of("a", ONE))).isFalse();
    assertThat(builder.build().get("s")).isSameAs(written);
  }

  @Test
  void toStringShowsNamesAndNoValues() {
    assertThat(Struct.of("password", Value.of("secret")).toString())
        .contains("password")
        .doesNotContain("secret");
  }

  @Test
  void anArrayKeepsACopy() {
    List<Value> items = new java.util.ArrayList<>(List.of(ONE));
    Value.Array array = new Value.Array(items);
    items.add(TWO);
    assertThat(array.items()).containsExactly(ONE);
  }

  @Test
  void aBuilderDoesWhatALinkedMapDoes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int trial = 0; trial < 200; trial++) {
      Struct.Builder builder = new Struct.Builder();
      Map<String, Value> map = new LinkedHashMap<>();
      for (int step = random.nextInt(60); step > 0; step--) {
        String name = "m" + random.nextInt(20);
        Value value = new Value.Num(String.valueOf(random.nextInt(4)));
        switch (random.nextInt(3)) {
          case 0 ->
              assertThat(builder.remove(name))
                  .as("seed %d", seed)
                  .isEqualTo(map.remove(name) != null);
          case 1 ->
              assertThat(builder.change(name, value))
                  .as("seed %d", seed)
                  .isEqualTo(!value.equals(map.put(name, value)));
          default -> {
            builder.put(name, value);
            map.put(name, value);
          }
        }
        assertThat(builder.size()).as("seed %d", seed).isEqualTo(map.size());
        assertThat(builder.get(name)).as("seed %d", seed).isEqualTo(map.get(name));
      }
      Struct struct = builder.build();
      assertThat(struct.names()).as("seed %d", seed).isEqualTo(List.copyOf(map.keySet()));
      assertThat(struct).as("seed %d", seed).isEqualTo(Struct.copyOf(map));
      assertThat(struct.isEmpty()).as("seed %d", seed).isEqualTo(map.isEmpty());
    }
  }
}
