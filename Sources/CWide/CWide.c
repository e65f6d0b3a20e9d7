#include "CWide.h"
