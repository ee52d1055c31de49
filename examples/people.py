"""Invented people from several cultures, the same ones on every run."""

import random
import unicodedata

# Telephone numbers that are set aside for fiction: Ofcom (UK), ARCEP (FR), NANPA (US).
FICTIONAL_NUMBERS = {
    "GB": lambda n: f"+447700900{n % 1000:03}",
    "FR": lambda n: f"+33199{n % 10_000:06}",
    "US": lambda n: f"+1202555{100 + n % 100:04}",
}

# culture: (country, locales, zone, city, postal code, street,
#           given names, family names, family name first)
# A name beyond the Latin script is followed by its Latin spelling, for addresses and user names.
CULTURES = [
    ("GB", ["en-GB"], "Europe/London", "Leeds", "LS1 4DY", "{} Wellington Street",
     "Amelia Oliver Isla Harry Siân Rhys Niamh Callum Imogen Zachary",
     "Whitfield Okonkwo Patel MacDonald O'Brien Ashworth Evans Begum Clarke Llewellyn", False),
    ("FR", ["fr-FR"], "Europe/Paris", "Besançon", "25000", "{} rue des Granges",
     "Zoé Anaïs Chloé François Gaël Maëlle Loïc Hélène Jérôme Noël",
     "Lefèvre Béranger D'Aubigné Châtelain Muñoz Garçon Benoît Côté Trémoulet Nguyễn", False),
    ("DE", ["de-DE", "de-AT"], "Europe/Berlin", "Tübingen", "72070", "Lange Gasse {}",
     "Jürgen Käthe Björn Friederike Götz Anneliese Sören Mareike Yusuf Ulrike",
     "Müller Groß Schäfer Özdemir Weiß Kühn Löffler Brandstätter Krüger Yılmaz", False),
    ("US", ["en-US", "es-US"], "America/New_York", "Albany", "12207", "{} State Street",
     "Emma Liam José Destiny Noah Xiomara Ethan Keisha Mateo Brooklyn",
     "Johnson Ramírez Washington Kowalczyk Begay O'Connor Lee Freeman Castañeda Schmidt", False),
    ("PL", ["pl-PL"], "Europe/Warsaw", "Łódź", "90-001", "ul. Piotrkowska {}",
     "Łukasz Małgorzata Żaneta Paweł Agnieszka Święcisław Grażyna Bartłomiej Zuzanna Jędrzej",
     "Wójcik Kowalska Dąbrowski Żuławska Gołębiowski Sękowska Jabłoński Łęcka Pawłowski Mróz",
     False),
    ("IS", ["is-IS"], "Atlantic/Reykjavik", "Akureyri", "600", "Hafnarstræti {}",
     "Þórunn Sæmundur Ægir Hallgrímur Guðrún Björk Ásdís Eyþór Örn Sigríður",
     "Þorsteinsdóttir Guðmundsson Ægisson Jónsdóttir Hauksson Sæmundsdóttir Ólafsson Bjarnadóttir"
     " Einarsson Friðriksdóttir", False),
    ("JP", ["ja-JP"], "Asia/Tokyo", "京都市", "604-8001", "河原町通{}番地",
     "翔太/Shota 美咲/Misaki 健一/Kenichi さくら/Sakura 大輔/Daisuke 陽菜/Hina 蓮/Ren 結衣/Yui",
     "佐藤/Sato 鈴木/Suzuki 髙橋/Takahashi 渡邉/Watanabe 伊藤/Ito 山本/Yamamoto 小林/Kobayashi", True),
    ("GR", ["el-GR"], "Europe/Athens", "Θεσσαλονίκη", "546 22", "Εγνατία {}",
     "Νίκος/Nikos Ελένη/Eleni Γιώργος/Giorgos Δέσποινα/Despina Σπύρος/Spyros Ζωή/Zoi",
     "Παπαδόπουλος/Papadopoulos Οικονόμου/Oikonomou Βλάχος/Vlachos Ξενάκη/Xenaki", False),
    ("UA", ["uk-UA"], "Europe/Kyiv", "Львів", "79000", "вул. Городоцька, {}",
     "Оксана/Oksana Тарас/Taras Олена/Olena Богдан/Bohdan Соломія/Solomiia Андрій/Andrii",
     "Шевченко/Shevchenko Коваленко/Kovalenko Гнатюк/Hnatiuk Їжакевич/Yizhakevych", False),
    ("EG", ["ar-EG"], "Africa/Cairo", "القاهرة", "11511", "شارع طلعت حرب {}",
     "فاطمة/Fatima محمد/Mohamed ليلى/Layla يوسف/Youssef مريم/Mariam عمر/Omar",
     "حسن/Hassan المصري/ElMasry عبدالله/Abdallah سليمان/Soliman", False),
    ("IN", ["hi-IN", "ta-IN"], "Asia/Kolkata", "पुणे", "411001", "{} महात्मा गांधी मार्ग",
     "प्रिया/Priya अर्जुन/Arjun लक्ष्मी/Lakshmi रोहन/Rohan अनन्या/Ananya विक्रम/Vikram",
     "शर्मा/Sharma पाटिल/Patil अय्यर/Iyer कुलकर्णी/Kulkarni", False),
    ("KE", ["sw-KE", "en-KE"], "Africa/Nairobi", "Nairobi", "00100", "{} Moi Avenue",
     "Wanjirũ Otieno Achieng Kamau Nyambura Kipchoge Amina Mwangi",
     "Njoroge Odhiambo Wambũi Cheruiyot Ng'ang'a Abdi", False),
]

PLAIN = str.maketrans({
    "ł": "l", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
    "ä": "ae", "ö": "oe", "ü": "ue",
})


def plain(text):
    """ASCII letters only, as people spell themselves in an address."""
    composed = unicodedata.normalize("NFC", text.lower()).translate(PLAIN)
    letters = unicodedata.normalize("NFD", composed)
    return "".join(c for c in letters if "a" <= c <= "z")


class Person:
    """Somebody with a number, from 0, that makes every login id of theirs unique."""

    def __init__(self, number, chance):
        (self.country, locales, self.zone, self.city, self.postal_code, street,
         given, family, family_first) = CULTURES[number % len(CULTURES)]
        self.number = number
        self.given, latin_given = split(chance.choice(given.split()))
        self.family, latin_family = split(chance.choice(family.split()))
        self.full = f"{self.family} {self.given}" if family_first else f"{self.given} {self.family}"
        self.locale = chance.choice(locales)
        self.street = street.format(1 + chance.randrange(180))
        self.login = f"{plain(latin_given)}.{plain(latin_family)}{number}"
        self.email = f"{self.login}@example.{chance.choice(['com', 'org', 'net'])}"
        self.phone = FICTIONAL_NUMBERS.get(self.country, FICTIONAL_NUMBERS["GB"])(number * 7 + 3)
        self.gender = chance.choice(["female", "male", "non-binary"])
        self.birthdate = "{}-{:02}-{:02}".format(
            1940 + chance.randrange(67), 1 + chance.randrange(12), 1 + chance.randrange(28))


def split(name):
    shown, _, latin = name.partition("/")
    return shown, latin or shown


def people(count, seed):
    chance = random.Random(seed)
    return [Person(number, chance) for number in range(count)]
