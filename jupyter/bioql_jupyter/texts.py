"""What is said to a person, in English and Spanish."""

import os
import re
from typing import Literal

Lang = Literal["en", "es"]

SPANISH = re.compile(
    r"[áéíóúñ¿¡]|\b(el|la|los|las|un|una|de|del|con|en|que|por|para|y|estado|crea|genera|haz|hazme|dame|quiero|necesito"
    r"|ejecuta|arregla|corrige|usa|cambia|busqueda|transformada|superposicion|mediciones|disparos|cubits?)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(the|a|an|of|with|on|in|that|for|and|state|create|make|give|run|want|need|fix|use|change|search|transform|shots?"
    r"|please|using|me|my)\b",
    re.IGNORECASE,
)

TEXTS: dict[str, tuple[str, str]] = {
    "unreachable": (
        "The service at {url} cannot be reached. Start it, or set its address with %bioql_config --url.",
        "No se puede llegar al servicio en {url}. Inícielo, o indique su dirección con %bioql_config --url.",
    ),
    "broken_off": (
        "The connection to {url} broke off before the answer was complete.",
        "La conexión con {url} se ha cortado antes de terminar la respuesta.",
    ),
    "not_bioql": (
        "What answers at {url} does not speak as the BioQL service does.",
        "Lo que responde en {url} no habla como el servicio BioQL.",
    ),
    "timeout": ("The service took too long.", "El servicio ha tardado demasiado."),
    "stopped": (
        "Stopped. The service was told to stop too; it charges only for what ran.",
        "Detenido. También se ha detenido el servicio, que solo cobra lo que se ejecutó.",
    ),
    "no_key": (
        "BioQL needs an API key for {url}: set BIOQL_API_KEY, or run %bioql_config --key.",
        "BioQL necesita una clave de API para {url}: defina BIOQL_API_KEY o ejecute %bioql_config --key.",
    ),
    "unauthorized": (
        "The service does not know this API key: set another with %bioql_config --key.",
        "El servicio no conoce esta clave de API: indique otra con %bioql_config --key.",
    ),
    "balance_exhausted": ("The balance is used up.", "El saldo se ha agotado."),
    "rate_limited": (
        "There are too many requests just now; try again in {seconds} s.",
        "Hay demasiadas peticiones en este momento; pruebe de nuevo dentro de {seconds} s.",
    ),
    "not_ready": (
        "The service is not ready yet; try again in {seconds} s.",
        "El servicio aún no está listo; pruebe de nuevo dentro de {seconds} s.",
    ),
    "not_found": ("The service at {url} does not offer this.", "El servicio en {url} no ofrece esto."),
    "bad_request": ("The service did not accept the request: {said}", "El servicio no ha aceptado la petición: {said}"),
    "failed": ("The service failed: {said} ({request})", "El servicio ha fallado: {said} ({request})"),
    "refused": ("No program, and no charge: {said}", "Sin programa y sin coste: {said}"),
    "insecure_url": (
        "The address {url} must start with https://, because it is not on this computer.",
        "La dirección {url} debe empezar por https://, porque no está en este equipo.",
    ),
    "key_in_cell": (
        "A key in a cell would be saved with the notebook: write %bioql_config --key alone and type it when asked.",
        "Una clave en una celda se guardaría con el cuaderno: escriba solo %bioql_config --key e indíquela después.",
    ),
    "no_input": (
        "This notebook cannot ask for a key: set BIOQL_API_KEY before it starts.",
        "Este cuaderno no puede pedir una clave: defina BIOQL_API_KEY antes de iniciarlo.",
    ),
    "no_change": ("Nothing was changed.", "No se ha cambiado nada."),
    "bad_key": ("An API key has neither spaces nor accents.", "Una clave de API no tiene espacios ni acentos."),
    "no_prompt": (
        "Say what the program should do, such as %bioql a 3-qubit GHZ state.",
        "Diga qué debe hacer el programa, por ejemplo %bioql un estado GHZ de 3 cúbits.",
    ),
    "no_code": (
        "There is no BioQL code yet: generate some with %bioql, or give a cell with --cell N.",
        "Aún no hay código BioQL: genérelo con %bioql, o indique una celda con --cell N.",
    ),
    "no_failure": (
        "No cell has failed: give one with --cell N, or put %%bioql_fix above its code.",
        "No ha fallado ninguna celda: indique una con --cell N, o ponga %%bioql_fix sobre su código.",
    ),
    "no_cell": ("There is no cell [{value}].", "No hay ninguna celda [{value}]."),
    "unknown_option": ("{magic} has no option {value}.", "{magic} no tiene la opción {value}."),
    "no_value": ("The option {value} needs a value.", "La opción {value} necesita un valor."),
    "not_a_number": ("{value} is not a whole number.", "{value} no es un número entero."),
    "config": ("{url}, key: {key}", "{url}, clave: {key}"),
    "key_set": ("set", "definida"),
    "key_demo": ("that of the demo account", "la de la cuenta de demostración"),
    "key_missing": ("none", "ninguna"),
    "balance": ("Balance", "Saldo"),
    "free": ("free", "gratis"),
    "micros": ("{micros} micro-dollars", "{micros} microdólares"),
    "from_template": ("from a template", "de una plantilla"),
    "reasoning": ("Reasoning", "Razonamiento"),
    "code": ("Code", "Código"),
    "writing": ("Writing…", "Escribiendo…"),
    "nothing_to_fix": ("There is nothing to fix.", "No hay nada que arreglar."),
    "changes": ("Changes", "Cambios"),
    "line": ("line {line}", "línea {line}"),
    "qubits": ("{count} qubits", "{count} cúbits"),
    "one_qubit": ("1 qubit", "1 cúbit"),
    "depth": ("depth {count}", "profundidad {count}"),
    "shots": ("{count} shots", "{count} mediciones"),
    "seed": ("seed {seed}", "semilla {seed}"),
    "outcome": ("outcome", "resultado"),
    "exact": ("exact", "exacta"),
    "count": ("count", "recuento"),
    "counts": ("Counts", "Recuentos"),
    "more": ("{count} more", "{count} más"),
}


def say(text: str, lang: Lang, /, **values: object) -> str:
    return TEXTS[text][lang == "es"].format(**values)


def locale_lang() -> Lang:
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "es" if next((name for name in names if name), "").lower().startswith("es") else "en"


def lang_of(text: str) -> Lang:
    """The language that most of a text's common words belong to; the locale's when it has none."""
    spanish, english = (len(words.findall(text)) for words in (SPANISH, ENGLISH))
    if spanish == english:
        return locale_lang()
    return "es" if spanish > english else "en"
