"""Asks the parsers of the installed systemd through libsystemd-shared: no service manager has to run.

usage: systemd_env.py version          prints the version of the library
       systemd_env.py files            in: one environment file per line, base64; out: {"rc": 0, "valid": ["A=1"], "invalid": ["export B=2"]}
       systemd_env.py words            in: one right side of Environment= per line, base64; out: {"rc": 0, "words": ["A=1"]}
       systemd_env.py units            in: one unit per line, base64; out: {"rc": 0, "entries": [["Service", "User", "kafka", 5]]}, with the last line of each
load_env_file and env_assignment_is_valid are what EnvironmentFile= goes through, extract_first_word with these flags is Environment=, config_parse reads units.
"""
import base64, ctypes, glob, json, os, re, sys, tempfile

paths = sorted(glob.glob('/usr/lib/*/systemd/libsystemd-shared-*.so') + glob.glob('/usr/lib/systemd/libsystemd-shared-*.so'))
if not paths:
    sys.exit('libsystemd-shared is not installed')
lib = ctypes.CDLL(paths[-1])
STRINGS = ctypes.POINTER(ctypes.c_char_p)
lib.load_env_file.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(STRINGS)]
lib.config_parse.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]
lib.env_assignment_is_valid.argtypes = [ctypes.c_char_p]
lib.env_assignment_is_valid.restype = ctypes.c_bool
lib.extract_first_word.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(ctypes.c_char_p), ctypes.c_char_p, ctypes.c_int]
EXTRACT_CUNESCAPE, EXTRACT_UNQUOTE = 1 << 1, 1 << 5


def text(raw):
    return raw.decode('utf-8', 'surrogateescape')


def load(path):
    strings = STRINGS()
    rc = lib.load_env_file(None, path.encode(), ctypes.byref(strings))
    found = []
    while rc >= 0 and strings and strings[len(found)] is not None:
        found.append(strings[len(found)])
    valid = [text(one) for one in found if lib.env_assignment_is_valid(one)]
    return {'rc': rc, 'valid': valid, 'invalid': [text(one) for one in found if not lib.env_assignment_is_valid(one)]}


def words(value):
    buffer = ctypes.create_string_buffer(value)
    rest = ctypes.c_void_p(ctypes.addressof(buffer))
    found = []
    while True:
        word = ctypes.c_char_p()
        rc = lib.extract_first_word(ctypes.byref(rest), ctypes.byref(word), None, EXTRACT_CUNESCAPE | EXTRACT_UNQUOTE)
        if rc <= 0:
            return {'rc': rc, 'words': found}
        found.append(text(word.value))


PARSER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint, ctypes.c_char_p, ctypes.c_uint, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p)
LOOKUP = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.POINTER(PARSER), ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p)
SECTIONS = b'Unit\0Service\0Install\0\0'
entries = []


@PARSER
def take(unit, filename, line, section, section_line, key, ltype, value, data, userdata):
    entries.append([text(section), text(key), text(value), line])
    return 0


@LOOKUP
def look(table, section, key, function, ltype, data, userdata):
    function[0] = take
    return 1


def unit(path):
    entries.clear()
    rc = lib.config_parse(None, path.encode(), None, SECTIONS, look, None, 1, None, None)
    return {'rc': rc, 'entries': list(entries)}


if sys.argv[1] == 'version':
    print(re.search(r'shared-(\d+)', paths[-1]).group(1))
elif sys.argv[1] in ('files', 'units'):
    handle, path = tempfile.mkstemp()
    os.close(handle)
    for line in sys.stdin:
        with open(path, 'wb') as file:
            file.write(base64.b64decode(line))
        print(json.dumps(load(path) if sys.argv[1] == 'files' else unit(path)))
    os.unlink(path)
else:
    for line in sys.stdin:
        print(json.dumps(words(base64.b64decode(line))))
